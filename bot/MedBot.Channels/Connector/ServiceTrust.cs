namespace MedBot.Channels.Connector;

/// <summary>Which addresses a service URL may resolve to. The URL is the caller's; what it names is judged when it is connected to.</summary>
internal enum ServiceTrust
{
    /// <summary>Nobody vouches for it: this machine only.</summary>
    ThisMachine,

    /// <summary>A channel's token vouches for it: the public internet, never this machine or a private network.</summary>
    Internet,

    /// <summary>The configuration names its host.</summary>
    Configured,
}
