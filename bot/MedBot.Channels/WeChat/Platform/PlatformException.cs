namespace MedBot.Channels.WeChat.Platform;

/// <summary>The platform understood a call and refused it.</summary>
/// <param name="code">Its errcode.</param>
/// <param name="message">Its errmsg, which names no secret.</param>
internal sealed class PlatformException(int code, string? message) : Exception($"errcode {code}: {message}")
{
    public int Code => code;

    /// <summary>True when the same call may go through a little later: the platform is busy, or a token has just run out.</summary>
    public bool IsPassing => code is -1 || IsStaleToken(code);

    public static bool IsStaleToken(int code) => code is 40001 or 40014 or 42001;
}
