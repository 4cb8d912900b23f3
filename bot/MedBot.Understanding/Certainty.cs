using System.Collections.Immutable;

namespace MedBot.Understanding;

/// <summary>What a confidence is worth. The bounds were chosen on the development questions.</summary>
public static class Certainty
{
    /// <summary>From here on a request may be answered without asking back.</summary>
    public const double Sure = 0.6;

    /// <summary>Below this nothing was understood; from here up to <see cref="Sure"/> a search may help.</summary>
    public const double Unknown = 0.3;

    /// <summary>Two intents this close to each other are asked about.</summary>
    private const double Gap = 0.2;

    private const double Second = 0.25;

    /// <summary>Questions about a group of persons, with the questions about paying that they are answered together with.</summary>
    private static readonly ImmutableHashSet<Intent> Groups = [Intent.StudentChild, Intent.LowIncomeAid, Intent.Newborn];

    private static readonly ImmutableHashSet<Intent> Paying = [Intent.Deadline, Intent.Premium, Intent.PayChannel, Intent.PaySteps];

    /// <summary>True when the two likeliest intents are too close to choose between.</summary>
    public static bool IsAmbiguous(ImmutableArray<IntentCandidate> candidates) =>
        candidates.Length >= 2
        && candidates[0].Confidence < Sure
        && candidates[1].Confidence >= Second
        && candidates[0].Confidence - candidates[1].Confidence < Gap
        && !AreAnsweredTogether(candidates[0].Intent, candidates[1].Intent);

    private static bool AreAnsweredTogether(Intent one, Intent other) =>
        (Groups.Contains(one) && Paying.Contains(other)) || (Groups.Contains(other) && Paying.Contains(one));
}
