namespace MedBot.Channels.Requests;

/// <summary>A request that is answered with a 4xx status. The message goes to the caller: it never quotes what was sent.</summary>
internal sealed class RefusedRequestException(int status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status, 400 to 499.</summary>
    public int Status => status;

    /// <summary>A word for programs; stable, unlike the message.</summary>
    public string Code => code;
}
