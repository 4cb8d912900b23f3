namespace MedBot.Understanding.Tests.Scoring;

/// <summary>The roles of concepts.yaml: words that name no subject leave the conversation where it is.</summary>
public sealed class WordGroupsSayHowMuchTheyTell
{
    [Theory]
    [InlineData("新生儿怎么参保", "要什么材料", Intent.Newborn)]
    [InlineData("从廊坊转到石家庄医保怎么转", "要带什么材料", Intent.TransferPlace)]
    [InlineData("高血压怎么办慢病证", "报几成", Intent.ChronicSpecial)]
    [InlineData("医保扣款成功但没显示", "要等几天", Intent.PaymentRecord)]
    [InlineData("医保卡丢了怎么补", "要等几天", Intent.CardOrEcert)]
    [InlineData("医保卡丢了怎么补", "孩子的呢", Intent.CardOrEcert)]
    [InlineData("医保码怎么激活", "微信里弄行不", Intent.CardOrEcert)]
    [InlineData("怎么查我交没交", "支付宝里", Intent.PaymentRecord)]
    public void WordsWithoutASubjectStayWithTheLast(string first, string then, Intent intent) => Assert.Equal(intent, Then(first, then));

    [Theory]
    [InlineData("新生儿怎么参保", "医保局电话多少", Intent.Contact)]
    [InlineData("高血压怎么办慢病证", "住院报几成", Intent.InpatientRatio)]
    [InlineData("医保卡丢了怎么补", "医保几号截止", Intent.Deadline)]
    public void WordsWithASubjectTurnToIt(string first, string then, Intent intent) => Assert.Equal(intent, Then(first, then));

    [Theory]
    [InlineData("洋芋多少钱一斤")]
    [InlineData("宽带怎么缴费")]
    [InlineData("班主任电话多少")]
    public void WithoutAnAnchorAStrangeSubjectIsNotOurs(string message) => Assert.Equal(Intent.Other, Bot.ReadOne(message).Intent);

    private static Intent Then(string first, string then)
    {
        var before = Bot.Read(first)[^1];
        return Assert.Single(Bot.Interpreter.Interpret(then, new Context { LastIntent = before.Intent, Remembered = before.Slots }, Bot.Today)).Intent;
    }
}
