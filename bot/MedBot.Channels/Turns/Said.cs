using System.Collections.Immutable;
using MedBot.Dialogs;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>What is said in a turn.</summary>
/// <param name="Answers">What the resident is told.</param>
/// <param name="State">The dialog's state afterwards, as JSON.</param>
internal sealed record Said(ImmutableArray<Answer> Answers, string State)
{
    /// <summary>What was understood and answered; empty for what the dialog was not asked.</summary>
    public ImmutableArray<Reply> Replies { get; init; } = [];

    /// <summary>The version of the knowledge that answered; empty when it was not asked.</summary>
    public string Knowledge { get; init; } = "";

    /// <summary>True when everything said before is to be deleted.</summary>
    public bool Forgets { get; init; }

    /// <summary>What the dialog failed with, by its type; null when it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>How long the dialog took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The better answer that is still being worked on, or null in its place when none comes of it; never fails. Null when this is the last word.</summary>
    public Task<Said?>? Better { get; init; }

    public static Said Of(TurnResult result) => new([.. result.Replies.Select(reply => reply.Answer)], result.State.ToJson())
    {
        Replies = result.Replies,
        Knowledge = result.KnowledgeVersion,
    };
}
