using System.Collections.Immutable;

namespace MedBot.Understanding;

/// <summary>The names of intents in snake_case, as the command line's JSON and the lexicon's files write them.</summary>
public static class IntentNames
{
    private static readonly ImmutableDictionary<Intent, string> ByIntent = Enum.GetValues<Intent>().ToImmutableDictionary(intent => intent, SnakeCase);

    private static readonly ImmutableDictionary<string, Intent> ByName = ByIntent.ToImmutableDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>inpatient_ratio for <see cref="Intent.InpatientRatio"/>.</summary>
    public static string NameOf(Intent intent) => ByIntent[intent];

    public static bool TryParse(string name, out Intent intent) => ByName.TryGetValue(name, out intent);

    private static string SnakeCase(Intent intent) =>
        string.Concat(intent.ToString().Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
