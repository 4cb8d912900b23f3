using MedBot.Channels.Rendering;
using MedBot.Dialogs.Transcripts;

namespace MedBot.Dialogs.Tests;

/// <summary>Every conversation of tests/chats plays as written, and no answer shows a number that nothing backs.</summary>
public sealed class WrittenConversations
{
    private static readonly Dictionary<string, Transcript> Transcripts = Directory
        .EnumerateFiles(Path.Combine(Repository.Folder, "tests", "chats"), "*.chat")
        .Order(StringComparer.Ordinal)
        .SelectMany(path => TranscriptReader.Read(Path.GetFileName(path), File.ReadAllText(path)))
        .ToDictionary(transcript => transcript.Origin);

    public static IEnumerable<TheoryDataRow<string>> Origins() =>
        Transcripts.Values.Select(transcript => new TheoryDataRow<string>(transcript.Origin) { Label = $"{transcript.Origin} {transcript.Title}" });

    [Theory, MemberData(nameof(Origins))]
    public void PlaysAsWritten(string origin)
    {
        var runner = new TranscriptRunner(Repository.Assistant.Dialogs, PlainTextRenderer.Render);

        var problems = runner.Run(Transcripts[origin]);

        Assert.True(problems.IsEmpty, string.Join("\n", problems));
    }

    [Fact]
    public void ThereAreAtLeastAHundredAndTwentyTurns() =>
        Assert.InRange(Transcripts.Values.Sum(transcript => transcript.Turns.Length), 120, int.MaxValue);
}
