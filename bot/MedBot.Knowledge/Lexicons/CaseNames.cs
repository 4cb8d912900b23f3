using MedBot.Policy.Care;

namespace MedBot.Knowledge.Lexicons;

/// <summary>How lexicon files write the cases of the policy: snake_case names.</summary>
internal static class CaseNames
{
    public static IReadOnlyDictionary<string, Person> Persons { get; } = Of<Person>();

    public static IReadOnlyDictionary<string, HospitalLevel> Levels { get; } = Of<HospitalLevel>();

    public static IReadOnlyDictionary<string, PayChannel> Channels { get; } = Of<PayChannel>();

    public static IReadOnlyDictionary<string, CareKind> Care { get; } = Of<CareKind>();

    public static IReadOnlyDictionary<string, TreatmentKind> Treatments { get; } = Of<TreatmentKind>();

    /// <summary>Roles of a word group; a group without one names a subject of its own.</summary>
    public static IReadOnlyDictionary<string, GroupSubject> Subjects { get; } =
        Enum.GetValues<GroupSubject>().Where(role => role != GroupSubject.Own).ToDictionary(role => SnakeCase(role.ToString()));

    public static IReadOnlyDictionary<string, ElsewhereCircumstance> Circumstances { get; } =
        Of<ElsewhereCircumstance>().Where(circumstance => circumstance.Value != ElsewhereCircumstance.None).ToDictionary();

    private static Dictionary<string, T> Of<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => value is PayChannel.WeChat ? "wechat" : SnakeCase(value.ToString()));

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
