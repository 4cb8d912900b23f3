using MedBot.Channels.Activities;
using MedBot.Channels.Requests;
using MedBot.Channels.Turns;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.DirectLine;

/// <summary>Takes turns with what clients post.</summary>
internal sealed class DirectLineTurns(TurnRunner turns, OpenStreams streams, TypingNotices typing, IOptions<DirectLineOptions> options, TimeProvider clock)
{
    /// <summary>The id of the client's activity, as it will come down the stream.</summary>
    /// <exception cref="RefusedRequestException">400, 404 or 413.</exception>
    public async Task<ResourceCreated> TakeAsync(string conversationId, DirectLineGrant grant, Activity activity)
    {
        var message = DirectLineChannel.Incoming(conversationId, activity, (grant as DirectLineGrant.OneConversation)?.UserId, options.Value.LongestText);
        using var work = typing.During(conversationId);
        var live = new Livestream(streams, conversationId, clock);
        try
        {
            // Once it is read it is seen through: a client that hangs up finds the answer when it comes back.
            return await turns.TakeAsync(message with { Live = live }, DirectLineChannel.Style, CancellationToken.None) is TurnOutcome.Answered answered
                ? new ResourceCreated(answered.ActivityId)
                : throw DirectLineSessions.Unknown();
        }
        catch
        {
            live.Withdraw();
            throw;
        }
    }
}
