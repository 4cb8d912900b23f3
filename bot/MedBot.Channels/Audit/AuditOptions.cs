namespace MedBot.Channels.Audit;

/// <summary>Section Audit of the configuration. The lines themselves are switched by Logging:LogLevel:MedBot.Audit.</summary>
public sealed class AuditOptions
{
    /// <summary>
    /// Keys the pseudonyms that conversations have in logs, so that nobody who holds only the logs can try ids out. Any
    /// text, the same on all replicas; without one a pseudonym is a plain HMAC with an empty key.
    /// </summary>
    public string Key { get; set; } = "";
}
