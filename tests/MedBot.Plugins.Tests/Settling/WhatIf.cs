using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Tests.Settling;

/// <summary>The same bill under other circumstances stands beside the answer.</summary>
public sealed class WhatIf
{
    private static readonly Inquiry Bill = new()
    {
        Today = new DateOnly(2026, 11, 21),
        Region = CheckedOutKnowledge.Place("360100"),
        Care = CareKind.Inpatient,
        HospitalLevel = HospitalLevel.Tertiary,
        AmountYuan = 30_000m,
    };

    [Fact]
    public void AtTheOtherLevels() =>
        Assert.Contains("同样的费用，一级医院能报26910元，二级医院能报23680元。", Details(Bill));    // (30000 − 100) × 90%, (30000 − 400) × 80%

    [Fact]
    public void AtAnotherPlace() =>
        Assert.Contains("在湖北武汉参保：能报17520元，自己付12480元。", Details(Bill with { Destination = CheckedOutKnowledge.Place("420100") }));    // (30000 − 800) × 60%

    [Fact]
    public void WithFilingDoneAndWithout()
    {
        var details = Details(Bill with { Elsewhere = true, Circumstance = ElsewhereCircumstance.Referral });

        Assert.Contains("如果是跨省长期居住备案：能报17640元，自己付12360元。", details);              // (30000 − 600) × 60%
        Assert.Contains("如果是跨省其他临时外出或未备案：能报14040元，自己付15960元。", details);      // (30000 × 80% − 600) × 60%
    }

    [Fact]
    public void ASumOfElsewhereWithoutARuleIsCalledTheOneAtHome()
    {
        var shijiazhuang = Bill with { Region = CheckedOutKnowledge.Place("130100"), Elsewhere = true };

        Assert.StartsWith("没有收录河北石家庄到外地看病怎么报。下面按在本地看病算，到外地可能不一样。", Summary(shijiazhuang), StringComparison.Ordinal);
        Assert.DoesNotContain("到外地", Summary(shijiazhuang with { Elsewhere = false }), StringComparison.Ordinal);
    }

    private static string Summary(Inquiry inquiry) => CheckedOutKnowledge.Plugins.Of(Topic.Calculate).Answer(inquiry).Summary;

    private static ImmutableArray<string> Details(Inquiry inquiry) => CheckedOutKnowledge.Plugins.Of(Topic.Calculate).Answer(inquiry).Details;
}
