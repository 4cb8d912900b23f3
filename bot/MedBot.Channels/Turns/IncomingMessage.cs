using MedBot.Channels.Activities;

namespace MedBot.Channels.Turns;

/// <summary>What somebody sent, whatever the channel.</summary>
/// <param name="ConversationId">The conversation that it belongs to.</param>
/// <param name="Key">The name by which a retry of it is known again; null when the channel gives none.</param>
/// <param name="Text">What is asked, to be answered; null for what is only recorded, such as an event.</param>
/// <param name="Activity">The activity to be recorded, with what the channel's client may set. Id, time, conversation and sender are set when it is.</param>
/// <param name="User">Who sent it.</param>
public sealed record IncomingMessage(string ConversationId, string? Key, string? Text, Activity Activity, ChannelAccount User);
