using MedBot.Channels.Rendering;
using MedBot.Dialogs.Transcripts;

namespace MedBot.Dialogs.Tests;

/// <summary>Every conversation of tests/chats plays as written, and no answer shows a number that nothing backs.</summary>
public sealed class WrittenConversations
{
    private static readonly TranscriptRunner Runner = new(Repository.Assistant.Dialogs, PlainTextRenderer.Render);

    private static readonly Dictionary<string, Transcript> Written = Directory
        .EnumerateFiles(Path.Combine(Repository.Folder, "tests", "chats"), "*.chat")
        .Order(StringComparer.Ordinal)
        .SelectMany(path => TranscriptReader.Read(Path.GetFileName(path), File.ReadAllText(path)))
        .ToDictionary(transcript => transcript.Origin);

    public static IEnumerable<TheoryDataRow<string>> Origins() =>
        Written.Values.Select(transcript => new TheoryDataRow<string>(transcript.Origin) { Label = $"{transcript.Origin} {transcript.Title}" });

    [Theory, MemberData(nameof(Origins))]
    public void PlaysAsWritten(string origin)
    {
        var problems = Runner.Run(Written[origin]);

        Assert.True(problems.IsEmpty, string.Join("\n", problems));
    }

    [Fact]
    public void ThereAreAtLeastAHundredAndTwentyTurns() =>
        Assert.InRange(Written.Values.Sum(transcript => transcript.Turns.Length), 120, int.MaxValue);
}
