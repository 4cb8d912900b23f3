using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;
using MedBot.Policy.Answers;

namespace MedBot.Channels.WeChat;

/// <summary>
/// What residents type in the place of buttons: a number chooses one of the last reply, 更多 asks for its next page, 继续
/// for an answer that came too late, else for the next page too. Anything that the last reply did not offer means what it says.
/// </summary>
internal sealed partial class ReplyContext : IContextReader
{
    public const string Resume = "继续";

    public static ReplyContext Instance { get; } = new();

    public bool Concerns(IncomingMessage message) => message is { Text: { } text, Reply: null } && Choice.IsMatch(text);

    public IncomingMessage Read(IncomingMessage message, ImmutableArray<Activity> recent)
    {
        if (recent.LastOrDefault(activity => activity.From?.Role == TurnRunner.Bot.Role) is not { } last)
            return message;

        var (_, rest) = WeChatRenderer.FirstPage(last);
        var choice = Choice.Match(message.Text!).Groups;
        if (choice["resume"].Success && LateReply.Is(last))
            return message with { Reply = AsAnswer(last, last.Text ?? "") };
        if (!choice["number"].Success)
            return rest is null ? message : message with { Reply = AsAnswer(last, rest) };
        // What has not been shown cannot have been chosen.
        return rest is null && Chosen(last, choice["number"].ValueSpan[0]) is { } chosen ? message with { Text = chosen } : message;
    }

    private static string? Chosen(Activity reply, char number)
    {
        var index = number - (number < '０' ? '1' : '１');
        return reply.SuggestedActions?.Actions is { } buttons && index < buttons.Length ? Said(buttons[index]) : null;
    }

    private static Answer AsAnswer(Activity reply, string text) => new(AnswerKind.Answer, text)
    {
        FollowUps = [.. (reply.SuggestedActions?.Actions ?? []).Select(button => new FollowUp(button.Title ?? "", Said(button) ?? ""))],
    };

    private static string? Said(CardAction button) => button.Value?.GetString();

    [GeneratedRegex(@"\A\s*(?:(?:回复|选)?\s*[“""]?(?:(?<number>[1-9１-９])|(?<more>更多)|(?<resume>继续))[”""]?[.、。．]?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Choice { get; }
}
