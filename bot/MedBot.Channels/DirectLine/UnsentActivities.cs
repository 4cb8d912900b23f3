using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// What the log has grown by since a stream looked last, so far as the store brought it along: then the log need not be
/// read. Whatever does not follow on what was sent is left to be read. Thread-safe.
/// </summary>
internal sealed class UnsentActivities
{
    private readonly Lock _guard = new();
    private LogAddition? _added;
    private bool _mustRead = true;

    /// <summary>The log has grown; null when it is not known by what.</summary>
    public void Add(LogAddition? added)
    {
        lock (_guard)
        {
            if (added is null || (_added is not null && added.After != _added.After + _added.Activities.Length))
                (_added, _mustRead) = (null, true);
            else if (!_mustRead)
                _added = _added is null ? added : _added with { Activities = _added.Activities.AddRange(added.Activities) };
        }
    }

    /// <summary>What follows on a watermark, and forgets it; null when the log must be read.</summary>
    public ImmutableArray<LoggedActivity>? Take(long after)
    {
        lock (_guard)
        {
            var (added, mustRead) = (_added, _mustRead);
            (_added, _mustRead) = (null, false);
            if (mustRead || (added is not null && added.After != after))
                return null;
            return added is null ? [] : [.. added.Activities.Select((json, index) => new LoggedActivity(after + 1 + index, json))];
        }
    }
}
