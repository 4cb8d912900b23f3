namespace MedBot.Channels.WeChat;

/// <summary>What of a reply fits into one passive reply.</summary>
/// <param name="Page">The text that is sent.</param>
/// <param name="Remainder">What is left for the next pages; null when there is none.</param>
/// <param name="ShowsButtons">True when the buttons stand on it, so that a number chooses one.</param>
internal sealed record ReplyPage(string Page, string? Remainder, bool ShowsButtons);
