using MedBot.Policy.Answers;
using MedBot.Policy.Records;

namespace MedBot.Dialogs;

/// <summary>What is said when nothing of the policy is asked.</summary>
internal static class SmallTalk
{
    private static readonly FollowUp[] Starters =
        [new("什么时候交医保"), new("住院能报多少"), new("新生儿怎么参保")];

    public static Answer Greeting { get; } = new(AnswerKind.Answer, "您好，我是医保问答助手，专门回答城乡居民医保的问题。直接说您的事就行，比如“我在石家庄，娃儿刚出生，医保咋办”。")
    {
        Details = ["每个数字都有出处；查不到的我会直说，并告诉您该问谁。"],
        FollowUps = [.. Starters],
    };

    public static Answer Abilities { get; } = new(AnswerKind.Answer, "我能回答城乡居民医保的事：什么时候交、交多少、怎么交、住院门诊报多少、新生儿参保、断缴补缴、困难补助、换参保地、异地就医、医保卡，还能帮您估算报销。")
    {
        FollowUps = [.. Starters],
    };

    public static Answer Welcome { get; } = new(AnswerKind.Answer, "不客气，有问题随时问。") { FollowUps = [.. Starters] };

    public static Answer Goodbye { get; } = new(AnswerKind.Answer, "再见，祝您和家人健康。");

    public static Answer Restarted { get; } = new(AnswerKind.Answer, "好的，我们重新开始，前面说的我都放下了。您想问什么？") { FollowUps = [.. Starters] };

    public static Answer Cancelled { get; } = new(AnswerKind.Answer, "好的，先不问这个。还想了解别的吗？") { FollowUps = [.. Starters] };

    public static Answer NotUnderstood { get; } = new(AnswerKind.NotUnderstood, "没有听明白您的意思。换个说法试试，比如：")
    {
        Details = ["廊坊居民医保什么时候交？", "河北新生儿怎么参保？", "信阳三级医院住院花了两万能报多少？"],
        FollowUps = [.. Starters],
    };

    /// <summary>What belongs to somebody else: said politely, with what MedBot does, never with a figure.</summary>
    public static Answer OutOfScope(string whose, params ReadOnlySpan<(string Title, string Question)> related) => new(AnswerKind.OutOfScope, $"{whose}我只回答城乡居民医保（老人、小孩、学生和没有单位的人参加的那种）的问题。")
    {
        FollowUps = [.. related.ToArray().Select(one => new FollowUp(one.Title, one.Question)), .. Starters.Take(3 - related.Length)],
    };

    /// <summary>Somebody has said where they are, and nothing else yet.</summary>
    public static Answer Noted(Region place) => new(AnswerKind.AskBack, $"好的，按{place.FullName}查。您想问什么？") { FollowUps = [.. Starters] };

    /// <summary>Places outside the mainland's resident insurance.</summary>
    public static Answer NotCovered(string place) => new(AnswerKind.NotPublished, $"{place}不在内地城乡居民医保的统筹范围里，这里没有收录那边的规定，请问当地主管部门。")
    {
        Details = ["如果人在内地参保，告诉我参保的城市，我查当地的。"],
        FollowUps = [.. Starters],
    };

    public static Answer NothingToExplain { get; } = new(AnswerKind.NotUnderstood, "还没有算过什么。先问一个问题，我再讲怎么来的。") { FollowUps = [.. Starters] };

    public static Answer NothingToCite { get; } = new(AnswerKind.NotUnderstood, "还没有答过什么，没有依据可看。先问一个问题。") { FollowUps = [.. Starters] };

    public static Answer NothingMore { get; } = new(AnswerKind.NotUnderstood, "还没有答过什么，没有更多内容。先问一个问题。") { FollowUps = [.. Starters] };

    /// <summary>Why, or how, is asked of an answer that still waits for a fact.</summary>
    public static Answer NotReckonedYet(Fact missing) => new(AnswerKind.AskBack, $"还没有算完，还差{FactNames.Of(missing)}：{FactNames.ReasonFor(missing)}。") { Missing = [missing] };

    /// <summary>Somebody does not know, and nothing hangs on it.</summary>
    public static Answer NoMatter { get; } = new(AnswerKind.Answer, "没关系。直接说您遇到的事就行，我来问您缺什么。") { FollowUps = [.. Starters] };

    /// <summary>Somebody does not know what would only have made the answer finer.</summary>
    public static Answer StandsAsItIs { get; } = new(AnswerKind.Answer, "没关系，上面就是按已经知道的算的。");
}
