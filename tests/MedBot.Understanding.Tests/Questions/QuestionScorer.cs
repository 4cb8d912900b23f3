using MedBot.Policy.Answers;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>Puts labelled messages and conversations to the interpreter.</summary>
internal static class QuestionScorer
{
    public static Score Messages(string file)
    {
        var score = new Score();
        foreach (var expected in QuestionFiles.Messages(file))
            score.Add(expected, Bot.Read(expected.Message));
        return score;
    }

    /// <summary>The score over all turns, with how many conversations were right in every turn.</summary>
    public static (Score Turns, int Right, int All) Conversations(string file)
    {
        var score = new Score();
        var (right, all) = (0, 0);
        foreach (var conversation in QuestionFiles.Conversations(file))
        {
            all++;
            right += IsRight(conversation, Bot.Interpreter, score) ? 1 : 0;
        }
        return (score, right, all);
    }

    /// <summary>Adds the turns of a conversation to a score; true when every turn was right.</summary>
    public static bool IsRight(IReadOnlyList<Turn> conversation, Interpreter interpreter, Score score)
    {
        var context = Context.Empty;
        var isRight = true;
        foreach (var turn in conversation)
        {
            var requests = interpreter.Interpret(turn.Expected.Message, context with { Asked = turn.Asked, Offered = [.. turn.Offered.Select(title => new FollowUp(title))] }, Bot.Today);
            isRight &= score.Add(turn.Expected, requests);
            context = After(context, requests) with { ChosenFrom = requests[^1].ChosenFrom };
        }
        return isRight;
    }

    private static readonly HashSet<Intent> OutOfScope =
        [Intent.EmployeeInsurance, Intent.OtherSocialInsurance, Intent.CommercialInsurance, Intent.MedicalAdvice, Intent.Chitchat, Intent.Other];

    /// <summary>What a dialog would remember after the requests of a turn.</summary>
    private static Context After(Context context, IReadOnlyList<Request> requests)
    {
        var last = requests[^1];
        return last.Act switch
        {
            SpeechAct.Restart => Context.Empty,
            SpeechAct.Ask when OutOfScope.Contains(last.Intent) => context with { AskedBeside = last.OfOurs, Remembered = last.Intent == Intent.Other || last.OfOurs is not null ? context.Remembered with { Region = last.Slots.Region ?? context.Remembered.Region } : last.Slots.Over(context.Remembered) },
            SpeechAct.Ask or SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn => context with { Earlier = context.LastIntent is { } before && before != last.Intent ? new EarlierQuestion(before, context.Remembered) : context.Earlier, LastIntent = last.Intent, AskedBeside = null, Remembered = last.Slots },
            SpeechAct.AskPerson => context with { AskedBeside = last.Intent },
            _ => context,
        };
    }
}
