using System.CommandLine;
using System.Globalization;
using MedBot.Policy.Time;

namespace MedBot.Host.CommandLine;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Option<string?> Knowledge { get; } = new("--knowledge") { Description = "知识库文件夹；不写则用仓库里的 knowledge/", Recursive = true };

    public static Option<DateOnly?> Today { get; } = new("--today")
    {
        Description = "按哪一天回答（YYYY-MM-DD）；不写则用今天",
        CustomParser = result => DateOnly.TryParseExact(result.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refuse(result),
    };

    public static DateOnly TodayOf(ParseResult parsed) => parsed.GetValue(Today) ?? ChinaCalendar.Today(TimeProvider.System);

    private static DateOnly? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--today 应写成 YYYY-MM-DD，如 2025-01-10，而不是“{result.Tokens.Single().Value}”");
        return null;
    }
}
