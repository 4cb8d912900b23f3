using MedBot.Dialogs.Transcripts;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs.Tests;

/// <summary>What is answered to every labelled question and in every written conversation and labelled one.</summary>
internal static class EverythingAsked
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly Lazy<List<(string Where, Answer Answer)>> LazyAnswers = new(() => [.. Questions().Concat(Conversations()).Concat(Chats())]);

    /// <summary>The answers with where they were given.</summary>
    public static IReadOnlyList<(string Where, Answer Answer)> Answers => LazyAnswers.Value;

    private static IEnumerable<(string Where, Answer Answer)> Questions() =>
        from file in (string[])["development.tsv", "scored.tsv"]
        from line in Lines(file).Skip(1)
        where line.Length > 0 && line[0] != '#'
        let question = line.Split('\t')[0]
        from reply in Repository.Assistant.Dialogs.Take(ConversationState.New, question, Day).Replies
        select (question, reply.Answer);

    private static IEnumerable<(string Where, Answer Answer)> Conversations()
    {
        foreach (var file in (string[])["conversations-development.tsv", "conversations-scored.tsv"])
        {
            var state = ConversationState.New;
            foreach (var line in Lines(file).Where(line => !line.StartsWith('#') && !line.StartsWith('@')))
            {
                if (line.Length == 0)
                {
                    state = ConversationState.New;
                    continue;
                }
                var message = line.Split('\t')[0];
                var turn = Repository.Assistant.Dialogs.Take(state, message, Day);
                state = ConversationState.FromJson(turn.State.ToJson());
                foreach (var reply in turn.Replies)
                    yield return (message, reply.Answer);
            }
        }
    }

    private static IEnumerable<(string Where, Answer Answer)> Chats()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "tests", "chats"), "*.chat"))
        {
            foreach (var transcript in TranscriptReader.Read(Path.GetFileName(path), File.ReadAllText(path)))
            {
                var state = ConversationState.New;
                foreach (var turn in transcript.Turns)
                {
                    var result = Repository.Assistant.Dialogs.Take(state, turn.Message, transcript.Today);
                    state = ConversationState.FromJson(result.State.ToJson());
                    foreach (var reply in result.Replies)
                        yield return ($"{transcript.Origin} {turn.Message}", reply.Answer);
                }
            }
        }
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Folder, "tests", "questions", file));
}
