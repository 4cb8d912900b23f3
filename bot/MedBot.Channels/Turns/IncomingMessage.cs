using MedBot.Channels.Activities;
using MedBot.Channels.Privacy;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>What somebody sent, whatever the channel.</summary>
/// <param name="ConversationId">The conversation that it belongs to.</param>
/// <param name="Key">The name by which a retry of it is known again; null when the channel gives none.</param>
/// <param name="Text">What is asked, to be answered; null for what is only recorded, such as an event.</param>
/// <param name="Activity">The activity to be recorded, with what the channel's client may set. Id, time, conversation and sender are set when it is.</param>
/// <param name="User">Who sent it.</param>
public sealed record IncomingMessage(string ConversationId, string? Key, string? Text, Activity Activity, ChannelAccount User)
{
    /// <summary>True when it is somebody's arrival, which is greeted.</summary>
    public bool Greets { get; init; }

    /// <summary>What is answered without asking the dialog; null to ask it.</summary>
    public Answer? Reply { get; init; }

    /// <summary>When it came in; null where nobody asks how long its reply took.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Shows the answer while it is being written; null where its sender sees none before it is whole.</summary>
    public ILiveAnswer? Live { get; init; }

    /// <summary>The message as it may be understood and kept. What is attached is not kept either: it may be a photograph of a card.</summary>
    internal IncomingMessage WithoutPersonalNumbers() => this with
    {
        Text = Conceal(Text),
        Activity = Activity with
        {
            Text = Conceal(Activity.Text),
            Speak = Conceal(Activity.Speak),
            Value = Activity.Value is { } value ? PersonalNumbers.Conceal(value) : null,
            Attachments = Activity.Attachments is { } attachments
                ? [.. attachments.Select(attachment => new Attachment { ContentType = attachment.ContentType })]
                : null,
        },
        User = User with { Name = Conceal(User.Name) },
    };

    private static string? Conceal(string? text) => text is null ? null : PersonalNumbers.Conceal(text);
}
