namespace MedBot.Host.Serving.Limits;

/// <summary>Says in the log that limits strike, at most once a minute and without saying whom. Thread-safe.</summary>
internal sealed partial class LimitNotice(TimeProvider clock, ILogger<LimitNotice> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long? _last;
    private int _refused;

    public void Refused(RequestScope scope)
    {
        int count;
        lock (_lock)
        {
            _refused++;
            if (_last is { } last && clock.GetElapsedTime(last) < Every)
                return;
            (_last, count, _refused) = (clock.GetTimestamp(), _refused, 0);
        }

        Noted(logger, count, scope);
    }

    [LoggerMessage(EventId = 5102, Level = LogLevel.Warning, Message = "{Count} requests were refused by RateLimits, the last by the limit of {Scope} requests")]
    private static partial void Noted(ILogger logger, int count, RequestScope scope);
}
