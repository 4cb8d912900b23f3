namespace MedBot.Channels.Tests.Hosting;

/// <summary>A clock that stands still until it is moved; its timers ring as it is.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _guard = new();
    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_guard)
            return _now;
    }

    public void Advance(TimeSpan by) => SetUtcNow(GetUtcNow() + by);

    /// <summary>Moves it, back as well; timers whose time has come ring.</summary>
    public void SetUtcNow(DateTimeOffset now)
    {
        List<Alarm> due;
        lock (_guard)
        {
            _now = now;
            due = [.. _alarms.Where(alarm => alarm.Due <= now)];
            _alarms.RemoveAll(due.Contains);
        }

        foreach (var alarm in due)
            alarm.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SetClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public Action Ring => ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._guard)
            {
                clock._alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock._now + dueTime;
                clock._alarms.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
