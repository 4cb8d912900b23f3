using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs.Tests;

/// <summary>How somebody who is asked for a fact says that it is not known, and what must not be taken for that.</summary>
public sealed class WaysOut
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly ConversationState Asked = Repository.Assistant.Dialogs.Take(ConversationState.New, "信阳住院花了两万能报多少", Day).State;

    [Theory]
    [InlineData("不知道")]
    [InlineData("我不知道。")]
    [InlineData("不清楚啊")]
    [InlineData("这个真不晓得")]
    [InlineData("记不清了")]
    [InlineData("忘了")]
    [InlineData("不想说")]
    [InlineData("跳过")]
    [InlineData("不知道是几级")]
    [InlineData("不确定是哪一级")]
    [InlineData("说不准")]
    [InlineData("随便")]
    [InlineData("5")]
    public void AFactThatIsNotKnownIsNotAskedForAgain(string message)
    {
        var turn = Repository.Assistant.Dialogs.Take(Asked, message, Day);

        Assert.Equal(SpeechAct.PassOver, turn.Replies[0].Request.Act);
        Assert.Equal(AnswerKind.Answer, turn.Replies[0].Answer.Kind);
        Assert.DoesNotContain(Fact.HospitalLevel, turn.Replies[0].Answer.Missing);
        Assert.Contains(Fact.HospitalLevel, ConversationState.FromJson(turn.State.ToJson()).Unknown);
    }

    [Theory]
    [InlineData("没有工作能参加居民医保吗")]
    [InlineData("忘了交费怎么办")]
    [InlineData("不知道什么时候交")]
    [InlineData("三级医院")]
    [InlineData("无业人员怎么交")]
    public void AQuestionThatBeginsLikeThatIsAQuestion(string message) =>
        Assert.DoesNotContain(Repository.Assistant.Dialogs.Take(Asked, message, Day).Replies, reply => reply.Request.Act == SpeechAct.PassOver);

    [Theory]
    [InlineData("更多")]
    [InlineData("说详细点")]
    [InlineData("展开说说")]
    [InlineData("我要看完整的")]
    public void MoreIsTheLastAnswerInFull(string message)
    {
        var first = Repository.Assistant.Dialogs.Take(ConversationState.New, "河北新生儿怎么参保", Day);

        var answer = Repository.Assistant.Dialogs.Take(first.State, message, Day).Replies[0].Answer;

        Assert.True(answer.InFull);
        Assert.Equal(first.Replies[0].Answer.Details, answer.Details);
        Assert.Equal(first.Replies[0].Answer.Warnings, answer.Warnings);
    }

    [Theory]
    [InlineData("更多的补贴怎么领")]
    [InlineData("详细的报销流程是什么")]
    public void AQuestionThatAsksForMoreOfSomethingIsAQuestion(string message) =>
        Assert.All(Repository.Assistant.Dialogs.Take(ConversationState.New, message, Day).Replies, reply => Assert.Equal(SpeechAct.Ask, reply.Request.Act));
}
