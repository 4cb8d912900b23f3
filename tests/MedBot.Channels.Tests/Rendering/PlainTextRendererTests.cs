using MedBot.Channels.Rendering;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Channels.Tests.Rendering;

public sealed class PlainTextRendererTests
{
    [Fact]
    public void BlocksComeAsSummaryDetailsStepsSourcesWarnings()
    {
        var answer = new Answer(AnswerKind.Answer, "大约能报销670元。")
        {
            Details = ["只算政策范围内费用。", "起付线没有公布。"],
            Steps = [new Step("减起付线", Quantity.Exactly(10000m), "10900 − 900", null), new Step("按比例支付", Quantity.About(670m), "", null)],
            Citations = [new Citation("某市居民医保办法", "某政〔2024〕3号，2024年5月1日", "https://example.org/a"), new Citation("网上文章", "", null)],
            Warnings = ["这条标准没有写明年度。"],
            FollowUps = [new FollowUp("门诊能报多少")],
        };

        Assert.Equal(
            """
            大约能报销670元。

            · 只算政策范围内费用。
            · 起付线没有公布。

            计算过程：
            · 减起付线：10900 − 900 = 10000元
            · 按比例支付：约670元

            来源：某市居民医保办法（某政〔2024〕3号，2024年5月1日） https://example.org/a
            来源：网上文章

            提醒：这条标准没有写明年度。
            """,
            PlainTextRenderer.Render(answer));
    }

    [Fact]
    public void AnAnswerOfASummaryOnlyIsThatSummary() =>
        Assert.Equal("您好", PlainTextRenderer.Render(new Answer(AnswerKind.Answer, "您好")));

    [Fact]
    public void TheSameSourceIsNamedOnce()
    {
        var source = new Citation("办法", "第三条", null);
        var answer = new Answer(AnswerKind.Answer, "两项都在同一份文件里。") { Citations = [source, source] };

        Assert.Equal("两项都在同一份文件里。\n\n来源：办法（第三条）", PlainTextRenderer.Render(answer));
    }
}
