using System.Text;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>
/// An answer as plain lines, for the terminal, for WeChat and for every client that shows text only: summary,
/// particulars, the calculation, where it is written, what to be careful about. Adds words but never a number: lists
/// are dotted, not counted.
/// </summary>
public static class PlainTextRenderer
{
    /// <summary>
    /// The answer without its follow-ups, which each channel offers in its own way: what is read first and below it the
    /// details, where it is too long to be read at once. Lines end with a line feed; none at the end.
    /// </summary>
    public static string Render(Answer answer) => PlainText.Of(answer).Whole;

    /// <summary>The parts of an answer one below the other.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="receiptIsShown">True where the calculation was shown: of its lines only where they are written is told.</param>
    internal static string Blocks(Answer answer, bool receiptIsShown = false)
    {
        var text = new StringBuilder(answer.Summary);
        AppendBlock(text, answer.Details.Select(AsItem));
        if (receiptIsShown)
            AppendBlock(text, answer.Steps.Where(step => step.Authority is not null).Select(step => AsItem($"{step.Name}：{step.Authority}")), "每一步写在：");
        else
            AppendBlock(text, answer.Steps.Select(step => AsItem(StepText.Of(step))), "计算过程：");
        AppendBlock(text, answer.Citations.Distinct().Select(AsSource));
        AppendBlock(text, answer.Warnings.Select(warning => "提醒：" + warning));
        return text.ToString();
    }

    private static void AppendBlock(StringBuilder text, IEnumerable<string> lines, string? heading = null)
    {
        var separator = heading is null ? "\n\n" : $"\n\n{heading}\n";
        foreach (var line in lines)
        {
            text.Append(separator).Append(line);
            separator = "\n";
        }
    }

    private static string AsItem(string line) => "· " + line;

    private static string AsSource(Citation citation)
    {
        var document = citation.Document.Length == 0 ? "" : $"（{citation.Document}）";
        var address = citation.Address is null ? "" : " " + citation.Address;
        return $"来源：{citation.Title}{document}{address}";
    }
}
