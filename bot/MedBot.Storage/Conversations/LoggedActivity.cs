namespace MedBot.Storage.Conversations;

/// <summary>An activity in a conversation's log.</summary>
/// <param name="Number">1 for the conversation's first activity, then one more each.</param>
/// <param name="Json">The activity, a JSON object.</param>
public sealed record LoggedActivity(long Number, string Json);
