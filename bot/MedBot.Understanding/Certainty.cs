using System.Collections.Immutable;
using MedBot.Understanding.Conversation;

namespace MedBot.Understanding;

/// <summary>What a confidence is worth. The bounds were chosen on the development questions.</summary>
public static class Certainty
{
    /// <summary>From here on a request may be answered without asking back.</summary>
    public const double Sure = 0.6;

    /// <summary>Below this nothing was understood; from here up to <see cref="Sure"/> a search may help.</summary>
    public const double Unknown = 0.3;

    /// <summary>The same where the second intent is of another matter, whose figures would be wrong ones.</summary>
    private const double SureOfMatter = 0.75;

    /// <summary>Below this a choice of two would be a guess, and a search helps more.</summary>
    private const double Least = 0.35;

    /// <summary>Below this share of the likeliest a second intent is no alternative worth a button.</summary>
    private const double Share = 0.12;

    /// <summary>Questions about a group of persons, with the questions about paying that they are answered together with.</summary>
    private static readonly ImmutableHashSet<Intent> Groups = [Intent.StudentChild, Intent.LowIncomeAid, Intent.Newborn];

    /// <summary>True when the evidence is too thin to answer, and there is a second intent to choose from: better a question back than another's figure.</summary>
    public static bool IsAmbiguous(ImmutableArray<IntentCandidate> candidates) =>
        candidates.Length >= 2
        && candidates[0].Confidence >= Least
        && candidates[0].Confidence < (SlotRules.PayingBasics.Contains(candidates[0].Intent) && SlotRules.PayingBasics.Contains(candidates[1].Intent) ? Sure : SureOfMatter)
        && candidates[1].Confidence >= candidates[0].Confidence * Share
        && !AreAnsweredTogether(candidates[0].Intent, candidates[1].Intent);

    private static bool AreAnsweredTogether(Intent one, Intent other) =>
        (Groups.Contains(one) && SlotRules.PayingBasics.Contains(other)) || (Groups.Contains(other) && SlotRules.PayingBasics.Contains(one));
}
