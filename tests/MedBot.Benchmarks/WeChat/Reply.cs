namespace MedBot.Benchmarks.WeChat;

/// <summary>What came of a message.</summary>
/// <param name="Waited">From when it was due to the last byte of its reply.</param>
/// <param name="IsAnswer">True for a passive reply with a text in it that is no notice.</param>
internal sealed record Reply(TimeSpan Waited, bool IsAnswer);
