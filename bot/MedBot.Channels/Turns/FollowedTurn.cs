using System.Collections.Immutable;
using MedBot.Channels.Activities;
using MedBot.Policy.Answers;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Turns;

/// <summary>A turn that is over and that a better answer may follow.</summary>
internal sealed class FollowedTurn(CompletedTurn turn, IncomingMessage message)
{
    private const int LongestQuotation = 30;

    public string ConversationId => turn.ConversationId;

    public ChannelAccount User => message.User;

    /// <summary>Number of the question's activity.</summary>
    public long Number => turn.Watermark + 1;

    public string QuestionId => ActivityStamp.IdOf(ConversationId, Number);

    /// <summary>The better answers; with the question that they belong to where something else was said meanwhile.</summary>
    public ImmutableArray<Answer> Introduced(ImmutableArray<Answer> better, long watermark) =>
        better.IsEmpty || watermark == turn.Watermark + turn.Activities.Length
            ? better
            : better.SetItem(0, better[0] with { Summary = $"接着说“{Quotation}”。{better[0].Summary}" });

    private string Quotation => message.Text is { Length: > LongestQuotation } text ? string.Concat(text.AsSpan(0, LongestQuotation), "…") : message.Text ?? "";
}
