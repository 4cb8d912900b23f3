using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MedBot.Channels.Activities;
using MedBot.Channels.Turns;
using MedBot.Policy.Answers;

namespace MedBot.Channels.WeChat;

/// <summary>
/// What residents type in the place of buttons: a number chooses one of the reply that they saw last, 更多 asks for its
/// next page, 继续 for an answer that came too late, else for the next page too. Anything that was not offered means what it says.
/// </summary>
/// <param name="now">When the message came in.</param>
internal sealed partial class ReplyContext(DateTimeOffset now) : IContextReader
{
    /// <summary>How long after a promise it may still be kept: longer than any answer takes.</summary>
    private static readonly TimeSpan PromiseHolds = TimeSpan.FromMinutes(2);

    private static readonly Answer NotYet = new(AnswerKind.Answer, PlatformInbox.NotYet);

    public bool Concerns(IncomingMessage message) => message is { Text: { } text, Reply: null } && Choice.IsMatch(text);

    public IncomingMessage Read(IncomingMessage message, ImmutableArray<Activity> recent)
    {
        var choice = Choice.Match(message.Text!).Groups;
        var replies = recent.Where(activity => activity.From?.Role == TurnRunner.Bot.Role).ToImmutableArray();
        if (choice["resume"].Success && Resumed(replies) is { } resumed)
            return message with { Reply = resumed };
        if (replies.LastOrDefault(reply => !ReplyNote.Unseen.IsOn(reply)) is not { } last)
            return message;

        var (_, rest, showsButtons) = WeChatRenderer.FirstPage(last);
        if (!choice["number"].Success)
            return rest is null ? message : message with { Reply = AsAnswer(last, rest) };
        // What has not been shown cannot have been chosen.
        return showsButtons && Chosen(last, choice["number"].ValueSpan[0]) is { } chosen ? message with { Text = chosen } : message;
    }

    // The late answer, or that it is not there yet; null when none is to be had.
    private Answer? Resumed(ImmutableArray<Activity> replies)
    {
        if (replies.LastOrDefault(reply => reply.Text != NotYet.Summary) is not { } last)
            return null;
        if (ReplyNote.Unseen.IsOn(last) || ReplyNote.SentLater.IsOn(last))
            return AsAnswer(last, last.Text ?? "");
        return ReplyNote.Promising.IsOn(last) && IsFresh(last) ? NotYet with { FollowUps = Buttons(last) } : null;
    }

    private bool IsFresh(Activity reply) =>
        DateTimeOffset.TryParse(reply.Timestamp, CultureInfo.InvariantCulture, out var at) && now - at < PromiseHolds;

    private static string? Chosen(Activity reply, char number)
    {
        var index = number - (number < '０' ? '1' : '１');
        return reply.SuggestedActions?.Actions is { } buttons && index < buttons.Length ? Said(buttons[index]) : null;
    }

    private static Answer AsAnswer(Activity reply, string text) => new(AnswerKind.Answer, text) { FollowUps = Buttons(reply), InFull = true };

    private static ImmutableArray<FollowUp> Buttons(Activity reply) =>
        [.. (reply.SuggestedActions?.Actions ?? []).Select(button => new FollowUp(button.Title ?? "", Said(button) ?? ""))];

    private static string? Said(CardAction button) => button.Value?.GetString();

    [GeneratedRegex(@"\A\s*(?:(?:回复|选)?\s*[“""]?(?:(?<number>[1-9１-９])|(?<more>更多)|(?<resume>继续))[”""]?[.、。．]?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Choice { get; }
}
