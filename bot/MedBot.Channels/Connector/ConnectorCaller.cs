namespace MedBot.Channels.Connector;

/// <summary>Who posted an activity.</summary>
/// <param name="IsVerified">True when a token of the channel or of the Emulator verified; false for a caller on this machine without one.</param>
/// <param name="ServiceUrl">The service address that the token vouches for; null when it carries none.</param>
internal sealed record ConnectorCaller(bool IsVerified, string? ServiceUrl)
{
    public static ConnectorCaller Local { get; } = new(false, null);

    /// <summary>True when the token carries this very address.</summary>
    public bool VouchesFor(string? serviceUrl) =>
        ServiceUrl is not null && string.Equals(ServiceUrl.TrimEnd('/'), serviceUrl?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
