using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>
/// What a person at the counter needs to know, in six lines: place, person, question, answer, what is open, whom to call.
/// Numbers that could be somebody's own are not shown.
/// </summary>
internal static partial class HandOffSummary
{
    /// <summary>Letters of a question or an answer that one line holds.</summary>
    private const int LongestQuote = 60;

    private const string Unsaid = "没有说";

    private static readonly char[] ClauseEnds = ['，', '；', '、', '：', ' '];

    /// <param name="state">The conversation.</param>
    /// <param name="title">What the question is about.</param>
    /// <param name="last">The answer that was given last, or that asks for a fact; null when none was.</param>
    /// <param name="offices">Whom to call.</param>
    public static ImmutableArray<string> Of(ConversationState state, string? title, Answer? last, IEnumerable<string> offices)
    {
        var slots = state.Slots;
        var open = (last?.Missing ?? []).Select(FactNames.Of).ToList();
        return
        [
            $"地点：{slots.Region?.Value.FullName ?? Unsaid}",
            $"什么人：{PersonOf(slots)}",
            $"问了：{title ?? Unsaid}{CaseOf(slots)}{QuoteOf(state.LastQuestion)}",
            $"答了：{AnswerOf(last)}",
            $"还不清楚：{(open.Count == 0 ? "没有了" : string.Join("、", open))}",
            $"可以找：{string.Join("、", offices)}",
        ];
    }

    private static string PersonOf(Slots slots)
    {
        var parts = (slots.Persons?.Value ?? []).Select(ChineseNames.Of).ToList();
        if (slots.AgeYears is { } age)
            parts.Add($"{age.Value}岁");
        return parts.Count == 0 ? Unsaid : string.Join("、", parts);
    }

    private static string CaseOf(Slots slots)
    {
        var parts = new[]
        {
            slots.HospitalLevel is { } level ? ChineseNames.Of(level.Value) : null,
            slots.AmountYuan is { } amount ? $"花了{amount.Value:0.##}元" : null,
            slots.LapsedYears is { } lapsed ? $"断缴{lapsed.Value}年" : null,
        };
        return string.Concat(parts.OfType<string>().Select(part => "，" + part));
    }

    private static string QuoteOf(string question)
    {
        var plain = OwnNumber.Replace(question, "***").Trim();
        return plain.Length == 0 ? "" : $"（原话：{Shortened(plain)}）";
    }

    private static string AnswerOf(Answer? last) => last switch
    {
        null => "还没有",
        { Kind: AnswerKind.AskBack, Missing: [not Fact.Region, ..] } or { Kind: AnswerKind.AskBack, Figures.IsEmpty: true } => "还没有，缺条件",
        _ => Shortened(last.Summary.ReplaceLineEndings("")),
    };

    /// <summary>Whole sentences as long as they fit, else whole clauses: no number is cut in two.</summary>
    private static string Shortened(string text)
    {
        if (text.Length <= LongestQuote)
            return text;
        var head = text[..LongestQuote];
        var sentence = head.LastIndexOf('。') + 1;
        return sentence > 0 ? head[..sentence] : head[..(head.LastIndexOfAny(ClauseEnds) + 1)] + "…";
    }

    [GeneratedRegex("[0-9０-９][0-9０-９ -]{5,}[0-9０-９Xx]")]
    private static partial Regex OwnNumber { get; }
}
