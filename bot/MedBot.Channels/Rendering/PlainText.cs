using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>
/// An answer as plain text in two parts: what is read first, and the details, which channels of little room show when
/// they are asked for. Nothing is lost between the two.
/// </summary>
/// <param name="Opening">At most <see cref="LongestOpening"/> characters: the answer, what to be careful about in short, what is asked back.</param>
/// <param name="Details">The rest; empty when the opening says all.</param>
public sealed partial record PlainText(string Opening, string Details)
{
    /// <summary>Characters that are read before the details.</summary>
    public const int LongestOpening = 300;

    /// <summary>Characters around a line of a list.</summary>
    private const int Frame = 4;

    private const string Between = "\n\n详细：\n";

    /// <summary>Both parts as one text.</summary>
    public string Whole => Details.Length == 0 ? Opening : Opening + Between + Details;

    /// <summary>Several answers as one text: all openings before all details.</summary>
    public static PlainText Join(IReadOnlyCollection<PlainText> texts) => new(
        string.Join("\n\n", texts.Select(text => text.Opening)),
        string.Join("\n\n", texts.Select(text => text.Details).Where(details => details.Length > 0)));

    /// <summary>Parts what <see cref="Whole"/> put together.</summary>
    public static PlainText Parse(string whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var at = whole.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? new PlainText(whole, "") : new PlainText(whole[..at], whole[(at + Between.Length)..]);
    }

    public static PlainText Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var whole = new PlainText(PlainTextRenderer.Blocks(answer), "");
        return whole.Opening.Length <= LongestOpening || answer.InFull ? whole : Parted(answer);
    }

    /// <summary>
    /// Sentences of the summary as far as they fit, then the receipt, then details in their order; the caution and what is
    /// asked back always.
    /// </summary>
    private static PlainText Parted(Answer answer)
    {
        var (told, asked) = Closing(answer.Summary);
        var caution = answer.Cautions.IsEmpty ? "" : $"\n\n注意：{string.Join("；", answer.Cautions)}。";
        var closing = caution + (asked.Length == 0 ? "" : "\n\n" + asked);
        // Where no record answers, whom to ask goes before all other particulars.
        var whom = answer.Kind == AnswerKind.NotPublished ? answer.Details.FirstOrDefault(line => line.StartsWith("可以问：", StringComparison.Ordinal)) : null;
        var room = LongestOpening - closing.Length - (whom is null ? 0 : whom.Length + Frame);

        var opening = new StringBuilder();
        var left = new Queue<string>(told);
        while (left.TryPeek(out var sentence) && opening.Length + sentence.Length <= room)
            opening.Append(left.Dequeue());

        opening = new StringBuilder(opening.ToString().TrimEnd());
        var receipt = "\n\n计算过程：" + string.Concat(answer.Steps.Select(step => $"\n· {StepText.WithoutAuthority(step)}"));
        var showsReceipt = !answer.Steps.IsEmpty && left.Count == 0 && opening.Length + receipt.Length <= room;
        if (showsReceipt)
            opening.Append(receipt);

        var used = opening.Length;
        var shown = answer.Details.Where(line => line != whom).TakeWhile(Fits).Concat(whom is null ? [] : [whom]).ToList();
        foreach (var (line, index) in shown.Select((line, index) => (line, index)))
            opening.Append(index == 0 ? "\n\n· " : "\n· ").Append(line);
        opening.Append(closing);

        var rest = answer with
        {
            Summary = string.Concat(left).Trim(),
            Details = [.. answer.Details.Except(shown)],
        };
        return new PlainText(opening.ToString().Trim(), PlainTextRenderer.Blocks(rest, showsReceipt).Trim());

        bool Fits(string line) => left.Count == 0 && (used += line.Length + Frame) <= room;
    }

    /// <summary>The sentences that tell, and the last ones that ask.</summary>
    private static (ImmutableArray<string> Told, string Asked) Closing(string summary)
    {
        ImmutableArray<string> sentences = [.. Sentence.Matches(summary).Select(match => match.Value)];
        var question = sentences.Length - 1;
        while (question >= 0 && !sentences[question].Contains('？', StringComparison.Ordinal))
            question--;
        return question < 0 ? (sentences, "") : (sentences[..question], string.Concat(sentences[question..]).Trim());
    }

    [GeneratedRegex("[^。！？\n]*(?:[。！？]+[”）』」]*|\n+|\\z)")]
    private static partial Regex Sentence { get; }
}
