using MedBot.Knowledge.Yaml;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Knowledge.Records;

/// <summary>The words of the knowledge files and what each stands for.</summary>
internal static class Vocabulary
{
    public static IReadOnlyDictionary<string, Person> Groups { get; } = Snake<Person>();

    /// <summary>The groups under the key persons; none when the key is absent.</summary>
    public static IEnumerable<Person> Persons(YamlMap map) =>
        map.Texts("persons").Select(word => Groups.TryGetValue(word, out var person) ? person : throw map.Wrong("persons", word, string.Join("、", Groups.Keys)));

    public static IReadOnlyDictionary<string, HospitalLevel> Levels { get; } = Snake<HospitalLevel>();

    public static IReadOnlyDictionary<string, CareKind> CareKinds { get; } = Snake<CareKind>();

    public static IReadOnlyDictionary<string, PayChannel> Channels { get; } = Snake<PayChannel>();

    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } = Snake<Confidence>();

    public static IReadOnlyDictionary<string, CoverStart> CoverStarts { get; } = Snake<CoverStart>();

    public static IReadOnlyDictionary<string, ContactPurpose> Purposes { get; } = Snake<ContactPurpose>();

    public static IReadOnlyDictionary<string, Articles.Topic> Topics { get; } = Snake<Articles.Topic>();

    public static IReadOnlyDictionary<string, Shortcomings> Shortcomings { get; } = new Dictionary<string, Shortcomings>
    {
        ["vague"] = Policy.Records.Shortcomings.Vague,
        ["cut_off"] = Policy.Records.Shortcomings.CutOff,
        ["example"] = Policy.Records.Shortcomings.Example,
    };

    /// <summary>LowIncomeMargin → low_income_margin, for every value of an enumeration.</summary>
    public static Dictionary<string, T> Snake<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
}
