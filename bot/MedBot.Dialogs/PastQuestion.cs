using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>A question of the conversation with all that it takes to answer it again.</summary>
/// <param name="Intent">What was asked.</param>
/// <param name="Wording">In the resident's words, with what it continued.</param>
/// <param name="Slots">The facts that it was asked with.</param>
public sealed record PastQuestion(Intent Intent, string Wording, Slots Slots)
{
    /// <summary>Facts that the resident does not know.</summary>
    public ImmutableArray<Fact> Unknown { get; init; } = [];

    internal PastQuestion? Completed() =>
        Slots is null || Wording is null ? null : this with { Unknown = Unknown.IsDefault ? [] : Unknown };
}

/// <summary>A question that waits for a fact while another one is dealt with.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Asked">The fact that it waits for.</param>
/// <param name="AskedWith">The words in which the fact was asked for.</param>
/// <param name="Offered">The buttons that were shown with them.</param>
public sealed record PausedQuestion(PastQuestion Question, Fact Asked, string AskedWith, ImmutableArray<FollowUp> Offered)
{
    internal PausedQuestion? Completed() =>
        Question?.Completed() is not { } question || AskedWith is null ? null : this with { Question = question, Offered = Offered.IsDefault ? [] : Offered };
}
