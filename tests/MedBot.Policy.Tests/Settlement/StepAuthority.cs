using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tests.Records;

namespace MedBot.Policy.Tests.Settlement;

public sealed class StepAuthority
{
    [Fact]
    public void ALineNamesTheLayerTheDocumentAndTheArticleThatDecidedIt()
    {
        var basis = Sample.Percent(Quantity.Exactly(60));

        Assert.Equal("试省试市，试发〔2020〕9号，第七条", new Step("按比例报销", Quantity.Exactly(600), "1000元 × 60%", basis).Authority);
    }

    [Fact]
    public void PlainArithmeticHasNone() => Assert.Null(new Step("个人负担", Quantity.Exactly(400), "", null).Authority);

    [Fact]
    public void EveryLineThatAFigureDecidesNamesIt()
    {
        var receipt = Receipt.Settle(
            SampleTerms.WuhanTertiary with { SeriousIllness = SampleTerms.NanjingSerious, Aid = [SampleTerms.Aid(80)] },
            new Bill(400_000m, 0m, 0m) { ClassB = 1000m, StayOfYear = 1 });

        Assert.Equal(
            ["政策范围内费用", "减起付线后", "按比例报销", "不超过年度限额", "大病保险起付线以上", "大病保险报销", "医疗救助"],
            receipt.Steps.Where(step => step.Authority is not null).Select(step => step.Name));
    }
}
