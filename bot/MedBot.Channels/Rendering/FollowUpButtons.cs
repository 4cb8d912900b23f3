using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>The next questions of a turn as buttons, each question once.</summary>
internal static class FollowUpButtons
{
    /// <summary>Buttons of a turn that answered several questions; more would push the answer off a phone's screen.</summary>
    private const int Most = 6;

    /// <summary>Null when there are none.</summary>
    public static SuggestedActions? Of(ImmutableArray<Answer> answers)
    {
        ImmutableArray<CardAction> buttons =
            [.. answers.SelectMany(answer => answer.FollowUps).DistinctBy(followUp => followUp.Message).Take(Most).Select(AsButton)];
        return buttons.IsEmpty ? null : new SuggestedActions { Actions = buttons };
    }

    private static CardAction AsButton(FollowUp followUp) =>
        new() { Type = "imBack", Title = followUp.Title, Value = ActivityJson.Text(followUp.Message) };
}
