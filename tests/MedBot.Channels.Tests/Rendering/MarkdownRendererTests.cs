using MedBot.Channels.Activities;
using MedBot.Channels.Rendering;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Channels.Tests.Rendering;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("5*3*2", @"5\*3\*2")]
    [InlineData("# 标题", @"\# 标题")]
    [InlineData("1. 第一步", @"1\. 第一步")]
    [InlineData("12) 第一步", @"12\) 第一步")]
    [InlineData("- 一条", @"\- 一条")]
    [InlineData("+ 一条", @"\+ 一条")]
    [InlineData("2025-02-28 1.5", "2025-02-28 1.5")]
    [InlineData("<b>[x](y)</b>", @"\<b\>\[x\](y)\</b\>")]
    [InlineData("a_b_c `d` ~~e~~", @"a\_b\_c \`d\` \~\~e\~\~")]
    [InlineData("一行\n- 二行", "一行  \n\\- 二行")]
    [InlineData("$5 | 6 & 7", @"\$5 \| 6 \& 7")]
    public void PlainTextIsShownAsItStands(string plain, string markdown) =>
        Assert.Equal(markdown, MarkdownRenderer.Text(new Answer(AnswerKind.Answer, plain)));

    [Fact]
    public void SourcesAreLinkedByWebAddressesOnly()
    {
        var answer = new Answer(AnswerKind.Answer, "答")
        {
            Citations =
            [
                new Citation("甲", "第三条", "https://example.org/a b(c)"),
                new Citation("乙", "", "javascript:alert(1)"),
                new Citation("丙", "", null),
            ],
        };

        Assert.Equal("答\n\n来源：[甲](https://example.org/a%20b%28c%29)（第三条）  \n来源：乙  \n来源：丙", MarkdownRenderer.Text(answer));
    }

    [Fact]
    public void ButtonsStandOnTheLastMessageOfATurnOnly()
    {
        var activities = MarkdownRenderer.Render(
        [
            new Answer(AnswerKind.Answer, "一") { FollowUps = [new FollowUp("甲"), new FollowUp("乙", "问乙")] },
            new Answer(AnswerKind.AskBack, "二") { FollowUps = [new FollowUp("甲"), new FollowUp("丙")] },
        ]);

        Assert.Null(activities[0].SuggestedActions);
        Assert.Equal(["甲", "乙", "丙"], activities[1].SuggestedActions!.Actions.Select(action => action.Title));
        Assert.Equal(["甲", "问乙", "丙"], activities[1].SuggestedActions!.Actions.Select(action => action.Value!.Value.GetString()));
        Assert.Equal(["acceptingInput", "expectingInput"], activities.Select(activity => activity.InputHint));
    }

    [Fact]
    public void TheReceiptSaysTheSameInTheCardAndInItsText()
    {
        var activity = Assert.Single(MarkdownRenderer.Render([new Answer(AnswerKind.Answer, "约能报销7000元。")
        {
            Steps = [new Step("合规费用", Quantity.Exactly(10000m), "", null), new Step("按比例支付", Quantity.About(7000m), "10000 × 70%", null)],
        }]));

        var card = Assert.Single(activity.Attachments!.Value).Content!.Value;
        Assert.Equal("计算过程：\n合规费用：10000元\n按比例支付：10000 × 70% = 约7000元", card.GetProperty("fallbackText").GetString());
        Assert.Equal("约能报销7000元。\n\n计算过程：\n· 合规费用：10000元\n· 按比例支付：10000 × 70% = 约7000元", activity.Speak);
        Assert.DoesNotContain("null", ActivityJson.Write(activity), StringComparison.Ordinal);
    }
}
