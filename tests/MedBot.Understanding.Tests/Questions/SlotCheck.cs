using MedBot.Policy.Care;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>Compares the facts of a request with those expected.</summary>
internal static class SlotCheck
{
    /// <summary>Facts that must be absent when they are not expected. The others count only where a label names them.</summary>
    private static readonly string[] Strict = ["region", "year", "person", "level", "amount"];

    private static readonly string[] Optional = ["channel", "birth", "month", "age", "lapse", "paid", "treatment", "care", "elsewhere", "dest"];

    /// <summary>Each fact that was checked, with whether it is right and what was found.</summary>
    public static IEnumerable<(string Name, bool IsRight, string Expected, string Found)> Compare(IReadOnlyDictionary<string, string> expected, Request request)
    {
        if (expected.Keys.FirstOrDefault(name => !Strict.Contains(name) && !Optional.Contains(name)) is { } unknown)
            throw new FormatException($"不认识的条件“{unknown}”。");
        foreach (var name in Strict.Concat(Optional.Where(expected.ContainsKey)))
        {
            var wanted = expected.GetValueOrDefault(name, "");
            var found = Found(name, request.Slots);
            var isRight = name == "person" && wanted.Length > 0 ? found.Split(',').Contains(wanted) : found == wanted;
            yield return (name, isRight, wanted, found);
        }
    }

    private static string Found(string name, Slots slots) => name switch
    {
        "region" => slots.Region?.Value.FullName ?? "",
        "year" => slots.Year?.Value.ToString() ?? "",
        "person" => slots.Persons is { } persons ? string.Join(',', persons.Value.Select(Snake)) : "",
        "level" => slots.HospitalLevel is { } level ? Snake(level.Value) : "",
        "amount" => slots.AmountYuan?.Value.ToString("0.##") ?? "",
        "channel" => slots.Channel is { } channel ? channel.Value == PayChannel.WeChat ? "wechat" : Snake(channel.Value) : "",
        "birth" => slots.BirthDate?.Value.ToString("yyyy-MM-dd") ?? "",
        "month" => slots.BirthMonth?.Value.ToString() ?? "",
        "age" => slots.AgeYears?.Value.ToString() ?? "",
        "lapse" => slots.LapsedYears?.Value.ToString() ?? "",
        "paid" => slots.PaymentDate?.Value.ToString("yyyy-MM-dd") ?? "",
        "treatment" => slots.Treatment?.Value ?? "",
        "care" => slots.Care is { } care ? Snake(care.Value) : "",
        "elsewhere" => slots.Elsewhere is { Value: true } ? "yes" : "",
        "dest" => slots.Destination?.Value.FullName ?? "",
        _ => "",
    };

    private static string Snake<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
