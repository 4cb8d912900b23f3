using System.Collections.Immutable;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>How an estimate is told, whatever care it is for.</summary>
internal static class EstimateText
{
    public static ImmutableArray<string> LevelButtons { get; } = ["社区、乡镇卫生院", "一级医院", "二级医院", "三级医院"];

    public const string Rough = "这是估算，实际以医院结算单为准。";

    /// <summary>The ratios in the place of a sum that cannot be made, with the reason first.</summary>
    public static Answer WithoutSum(Answer ratios, string reason) => ratios with { Summary = reason + ratios.Summary };

    public static Bill BillOf(Inquiry inquiry, decimal total) => new(total, inquiry.SelfPaidYuan, inquiry.PaidThisYearYuan)
    {
        OverLimit = inquiry.OverLimitYuan,
        ClassB = inquiry.ClassBYuan,
        StayOfYear = inquiry.StayOfYear,
        BurdenThisYear = inquiry.BurdenThisYearYuan,
        AidThisYear = inquiry.AidThisYearYuan,
    };

    public static string PlaceOf(Region layer) => layer.Level == RegionLevel.Nation ? "" : layer.FullName;

    /// <summary>Settles the bill: the sum first, who pays which part, every line, every assumption.</summary>
    public static AnswerComposer Settle(this AnswerComposer composer, string what, BillTerms terms, Bill bill)
    {
        var receipt = Receipt.Settle(terms, bill);
        var paid = Sum("报销估算", receipt.Paid);
        var own = Sum("个人负担", receipt.Own);
        composer.Say($"{what}，总费用{bill.Total:0.##}元，{(receipt.Paid.Bound == Bound.Exact ? "" : "估算")}能报{paid.Text}，自己付{own.Text}。").Show(paid, own);

        var parts = new[] { Sum("基本医保报销", receipt.Basic), Sum("大病保险报销", receipt.SeriousIllness), Sum("医疗救助", receipt.Aid) }
            .Where(part => part.Number is { High: > 0m })
            .ToList();
        if (parts.Count > 1)
            composer.Say($"其中{string.Join("，", parts.Select(part => $"{part.Label[what.Length..]}{part.Text}"))}。").Show(parts);
        composer.Calculate(receipt.Steps);
        foreach (var assumption in receipt.Assumptions)
            composer.Detail($"{assumption}。");
        return composer.Show(terms.ClassBFirstPay, bill.StayOfYear is null ? terms.LaterDeductible : null, receipt.SeriousIllness.High > 0m ? terms.SeriousIllness?.DeductibleShare : null);

        Figure Sum(string name, Quantity yuan) => new($"{what}{name}", new FigureValue.Number(yuan), "元", terms.Ratio.Record);
    }

    /// <summary>Says before the sum that it is the one at home, when the bill is of elsewhere and what is paid there is not recorded.</summary>
    public static AnswerComposer AsAtHome(this AnswerComposer composer, Inquiry inquiry)
    {
        if (!inquiry.Elsewhere)
            return composer;
        return inquiry.Region is null
            ? composer.Say("到外地看病怎么报，各地规定不同。下面按在参保地看病算。")
            : composer.Say($"没有收录{inquiry.Place.FullName}到外地看病怎么报。下面按在本地看病算，到外地可能不一样。").PointTo(ContactPurpose.Insurance);
    }

    public static AnswerComposer NameAssumedLevel(this AnswerComposer composer, Inquiry inquiry) =>
        inquiry is { HospitalLevelAssumed: true, HospitalLevel: { } level }
            ? composer.Detail($"医院按{ChineseNames.Of(level)}算的，级别以医院标牌为准。")
            : composer;

    /// <summary>Says for whom nearer layers do give inpatient ratios, when a farther one had to answer.</summary>
    public static AnswerComposer TellOtherGroups(this AnswerComposer composer, PolicyBook book, Inquiry inquiry, Region answered) =>
        composer.TellRecorded(inquiry, answered, "住院", layer =>
            book.At<InpatientTable>(layer, inquiry.Today).Tables.SelectMany(table => table.Rows).Where(row => row.Ratio is not null).Select(row => OtherThan(inquiry, row.Group, row.Level)));

    /// <summary>Says for whom nearer layers do give ratios for this care, when a farther one had to answer.</summary>
    public static AnswerComposer TellOtherGroups(this AnswerComposer composer, PolicyBook book, Inquiry inquiry, Region answered, CareKind care) =>
        composer.TellRecorded(inquiry, answered, ChineseNames.Of(care), layer =>
            book.At<OutpatientTable>(layer, inquiry.Today).Tables.SelectMany(table => table.Rows).Where(row => row.Ratio is not null && row.Care == care).Select(row => OtherThan(inquiry, row.Group, row.Level)));

    /// <summary>Whose and where, in few words: 少儿三级医院, 一级医院.</summary>
    public static string NameOf(Person group, HospitalLevel? level) =>
        (group is Person.Resident or Person.TwoDiseasesPatient ? "" : ChineseNames.Of(group)) + (level is { } at ? ChineseNames.Of(at) : "");

    public static Answer FinishEstimate(this AnswerComposer composer, Inquiry inquiry, Region layer, Figure ratio)
    {
        composer.Detail(Rough);
        if (inquiry.Region is null)
            return composer.AskPlace<InpatientTable>().Build(AnswerKind.AskBack);
        composer.NameLayer(layer, "报销规定").Next("怎么算的", "大病保险还能报吗", "去外地住院怎么报");
        return layer.Level == RegionLevel.Nation && ratio.Record.Confidence == Confidence.Unverified
            ? composer.PointTo(ContactPurpose.Insurance).Build(AnswerKind.NotPublished)
            : composer.Build();
    }

    private static AnswerComposer TellRecorded(this AnswerComposer composer, Inquiry inquiry, Region answered, string care, Func<Region, IEnumerable<string>> names)
    {
        foreach (var layer in inquiry.Place.Layers().TakeWhile(layer => layer != answered))
        {
            var recorded = names(layer).Where(name => name.Length > 0).Distinct().ToList();
            if (recorded.Count > 0)
                return composer.Detail($"{layer.FullName}{care}只收录了{string.Join("、", recorded)}的比例，别的没有收录。");
        }
        return composer;
    }

    /// <summary>Another group by its name alone; of the person's own group, the level.</summary>
    private static string OtherThan(Inquiry inquiry, Person group, HospitalLevel? level) =>
        CareTerms.GroupFit(group, inquiry) is null ? ChineseNames.Of(group) : NameOf(group, level);
}
