using System.Collections.Immutable;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs;

/// <summary>Several questions of one message that all need the place: it is asked for once, and then each is answered for it.</summary>
internal static class SeveralQuestions
{
    /// <summary>Buttons of a turn; as many as channels show.</summary>
    private const int MostButtons = 6;

    /// <summary>The replies with the place asked for in one of them: in the one that offers places of the name that was said, else in the last.</summary>
    public static ImmutableArray<Reply> AskedOnce(ImmutableArray<Reply> replies)
    {
        var asking = replies.Where(reply => AsksPlace(reply.Answer)).ToList();
        if (asking.Count < 2)
            return replies;
        var kept = asking.Find(reply => Told(reply.Answer).Length == 0) ?? asking[^1];
        return [.. replies.Select(reply => asking.Contains(reply) && reply != kept && Told(reply.Answer) is { Length: > 0 } told ? reply with { Answer = reply.Answer with { Summary = told, FollowUps = [] } } : reply)];
    }

    /// <summary>True for an answer that ends by asking for the place.</summary>
    public static bool AsksPlace(Answer answer) => answer is { Kind: AnswerKind.AskBack, Missing: [Fact.Region, ..] };

    /// <summary>The buttons that stand below the replies.</summary>
    public static ImmutableArray<FollowUp> ButtonsOf(ImmutableArray<Reply> replies) =>
        [.. replies.SelectMany(reply => reply.Answer.FollowUps).DistinctBy(button => button.Message).Take(MostButtons)];

    /// <summary>What an answer says before it asks; what it only says below stands for it.</summary>
    private static string Told(Answer answer)
    {
        var mark = answer.Summary.IndexOf('？', StringComparison.Ordinal);
        var told = mark < 0 ? answer.Summary : answer.Summary[..(answer.Summary.LastIndexOf('。', mark) + 1)];
        return told.Length > 0 || answer.Details.IsEmpty ? told : "各地不同。";
    }
}
