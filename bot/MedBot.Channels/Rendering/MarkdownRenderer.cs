using System.Collections.Immutable;
using System.Text;
using MedBot.Channels.Activities;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>
/// Answers for Web Chat and other clients that show Markdown: text, the calculation as an Adaptive Card, and the next
/// questions as buttons on the turn's last message, since clients drop the buttons of any earlier one.
/// </summary>
public static class MarkdownRenderer
{
    public static ImmutableArray<Activity> Render(ImmutableArray<Answer> answers)
    {
        var buttons = FollowUpButtons.Of(answers);
        return [.. answers.Select((answer, index) => Message(answer, index == answers.Length - 1 ? buttons : null))];
    }

    /// <summary>The answer's text in Markdown, without the calculation, which stands in the card.</summary>
    public static string Text(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = new StringBuilder(MarkdownText.Escape(answer.Summary));
        AppendBlock(text, answer.Details.Select(detail => "- " + MarkdownText.Escape(detail).Replace("\n", "\n  ", StringComparison.Ordinal)), "\n");
        AppendBlock(text, answer.Citations.Distinct().Select(AsSource), "  \n");
        AppendBlock(text, answer.Warnings.Select(warning => "⚠️ " + MarkdownText.Escape(warning)), "\n\n");
        return text.ToString();
    }

    private static Activity Message(Answer answer, SuggestedActions? buttons) => new()
    {
        Type = ActivityTypes.Message,
        Text = Text(answer),
        TextFormat = "markdown",
        Speak = PlainTextRenderer.Render(answer),
        InputHint = answer.Kind == AnswerKind.AskBack ? "expectingInput" : "acceptingInput",
        Attachments = answer.Steps.IsEmpty ? null : [ReceiptCard.Of(answer.Steps)],
        SuggestedActions = buttons,
    };

    private static void AppendBlock(StringBuilder text, IEnumerable<string> lines, string between)
    {
        var separator = "\n\n";
        foreach (var line in lines)
        {
            text.Append(separator).Append(line);
            separator = between;
        }
    }

    private static string AsSource(Citation citation)
    {
        var title = MarkdownText.Escape(citation.Title);
        var linked = WebAddress(citation.Address) is { } address ? $"[{title}]({address})" : title;
        var document = citation.Document.Length == 0 ? "" : $"（{MarkdownText.Escape(citation.Document)}）";
        return $"来源：{linked}{document}";
    }

    // Only the web's own schemes are made links; the address form has no spaces, brackets or Chinese left unescaped.
    private static string? WebAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;
}
