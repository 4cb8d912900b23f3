using System.Collections.Immutable;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>
/// The development part as strangers would type it: a question is put to an interpreter that has not learnt it, nor any
/// other question of its fold. The figures that the development part gives otherwise are those of a pupil who has seen the sheet.
/// </summary>
internal static class HeldOut
{
    private const int Folds = 6;

    public static (Score Messages, Score Turns, int Right, int All) Measure()
    {
        var (messages, turns) = (new Score(), new Score());
        var (right, all) = (0, 0);
        var questions = QuestionFiles.Messages("development.tsv").ToList();
        var conversations = QuestionFiles.Conversations("conversations-development.tsv").ToList();
        for (var fold = 0; fold < Folds; fold++)
        {
            var unseen = questions.Where((_, i) => i % Folds == fold).ToList();
            var unseenConversations = conversations.Where((_, i) => i % Folds == fold).ToList();
            var interpreter = Without([.. unseen.Concat(unseenConversations.SelectMany(turns => turns.Select(turn => turn.Expected))).Select(expected => expected.Message)]);
            foreach (var expected in unseen)
                messages.Add(expected, interpreter.Interpret(expected.Message, Context.Empty, Bot.Today));
            right += unseenConversations.Count(conversation => QuestionScorer.IsRight(conversation, interpreter, turns));
            all += unseenConversations.Count;
        }
        return (messages, turns, right, all);
    }

    private static Interpreter Without(ImmutableHashSet<string> messages) =>
        new(Bot.Lexicon with { Intents = [.. Bot.Lexicon.Intents.Select(words => words with { Examples = words.Examples.RemoveAll(example => messages.Contains(example.Text)) })] }, Bot.Regions);
}
