using MedBot.Dialogs.Transcripts;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs.Tests;

/// <summary>What the bot offers as a button it can also answer, wherever in a conversation it offers it.</summary>
public sealed class OfferedButtons
{
    [Fact]
    public void EveryButtonOfTheWrittenConversationsIsAnswered()
    {
        var problems = new SortedSet<string>(StringComparer.Ordinal);
        var pressed = new HashSet<(string Message, object? Subject, object? Place, DateOnly Day)>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "tests", "chats"), "*.chat"))
        {
            foreach (var transcript in TranscriptReader.Read(Path.GetFileName(path), File.ReadAllText(path)))
                Press(transcript);
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));

        void Press(Transcript transcript)
        {
            var state = ConversationState.New;
            foreach (var turn in transcript.Turns)
            {
                state = Repository.Assistant.Dialogs.Take(state, turn.Message, transcript.Today).State;
                foreach (var button in state.Offered)
                {
                    if (!pressed.Add((button.Message, state.LastIntent, state.Slots.Region?.Value, transcript.Today)))
                        continue;
                    foreach (var reply in Repository.Assistant.Dialogs.Take(state, button.Message, transcript.Today).Replies)
                    {
                        if (reply.Answer.Summary.Length == 0 || reply.Answer.Kind is AnswerKind.NotUnderstood or AnswerKind.OutOfScope)
                            problems.Add($"{transcript.Origin}：“{turn.Message}”之后按“{button.Title}”，得到 {reply.Answer.Kind}：{reply.Answer.Summary}");
                    }
                }
            }
        }
    }
}
