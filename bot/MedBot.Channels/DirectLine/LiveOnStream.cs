using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.DirectLine;

/// <summary>What one client's stream has shown of answers that are being written. For one reader at a time.</summary>
internal sealed class LiveOnStream
{
    private string? _shown;
    private bool _isOver;

    /// <summary>The next of it to be sent; null when its message was sent, or there is nothing more.</summary>
    public string? Next(Livestream? answer)
    {
        if (answer is null || (_isOver && _shown == answer.Id))
            return null;
        var begins = _shown != answer.Id;
        if (answer.TextNow(begins) is not { } text)
            return null;
        (_shown, _isOver) = (answer.Id, false);
        return text;
    }

    /// <summary>These are being sent: an answer is over when its message is among them.</summary>
    public void Passed(ImmutableArray<LoggedActivity> activities) =>
        _isOver = _isOver || (_shown is { } id && activities.Any(activity => activity.Json.Contains(id, StringComparison.Ordinal)));
}
