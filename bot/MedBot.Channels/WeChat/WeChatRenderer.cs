using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Policy.Answers;

namespace MedBot.Channels.WeChat;

/// <summary>The answers of a turn as the one plain text that a passive reply can carry. It is kept whole; its pages are cut when they are sent.</summary>
internal static class WeChatRenderer
{
    public static ImmutableArray<Activity> Render(ImmutableArray<Answer> answers)
    {
        if (answers.IsEmpty)
            return [];
        return
        [
            new Activity
            {
                Type = ActivityTypes.Message,
                Text = PlainText.Join([.. answers.Select(PlainText.Of)]).Whole,
                TextFormat = "plain",
                SuggestedActions = FollowUpButtons.Of(answers),
            },
        ];
    }

    /// <summary>The first page of a reply.</summary>
    public static ReplyPage FirstPage(Activity reply) =>
        ReplyPages.First(reply.Text ?? "", [.. (reply.SuggestedActions?.Actions ?? []).Select(button => button.Title ?? "")]);
}
