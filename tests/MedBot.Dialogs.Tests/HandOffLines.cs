using MedBot.Channels.Rendering;

namespace MedBot.Dialogs.Tests;

/// <summary>What a person at the counter is shown.</summary>
public sealed class HandOffLines
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static readonly string[] Openings = ["地点：", "什么人：", "问了：", "答了：", "还不清楚：", "可以找："];

    [Theory]
    [InlineData("信阳三级医院住院花了2万能报多少")]
    [InlineData("信阳住院花了2万能报多少")]
    [InlineData("石家庄医保什么时候交")]
    [InlineData("廊坊新生儿怎么参保")]
    [InlineData("医保卡丢了")]
    [InlineData("断缴3年了 武汉的 想补")]
    [InlineData("我想问问我妈70了她高血压一直在县医院拿药这个药能不能报能报多少一年有没有上限要不要办什么手续在哪里办")]
    public void ThereAreSixOfThemAndTheyAreReadAtOnce(string question)
    {
        var state = ConversationState.FromJson(Repository.Assistant.Dialogs.Take(ConversationState.New, question, Day).State.ToJson());

        var answer = Repository.Assistant.Dialogs.Take(state, "给工作人员看", Day).Replies[0].Answer;

        Assert.Equal(Openings, answer.Details.Select(line => line[..(line.IndexOf('：', StringComparison.Ordinal) + 1)]));
        Assert.InRange(PlainText.Of(answer).Opening.Length, 60, PlainText.LongestOpening);
        Assert.All(answer.Details, line => Assert.DoesNotContain('\n', line));
    }

    [Theory]
    [InlineData("130102199001011234")]
    [InlineData("１３０１０２１９９００１０１１２３４")]
    [InlineData("13800138000")]
    [InlineData("138 0013 8000")]
    public void NumbersOfPersonsAreNotAmongThem(string number)
    {
        var state = Repository.Assistant.Dialogs.Take(ConversationState.New, $"石家庄医保交多少 我的号码{number}", Day).State;

        var answer = Repository.Assistant.Dialogs.Take(state, "转人工", Day).Replies[0].Answer;

        Assert.All(answer.Details, line => Assert.DoesNotContain("3800138", line, StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Details, line => line.Contains(number, StringComparison.Ordinal) || line.Contains("130102199", StringComparison.Ordinal));
    }
}
