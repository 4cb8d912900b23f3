using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>How much of a bill of so many yuan is paid: the calculation with every step and every assumption.</summary>
public sealed class ReimbursementPlugin(PolicyBook book, IPlugin inpatientRatios, IPlugin outpatientRatios) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        if (inquiry.AmountYuan is not { } total)
        {
            return new Answer(AnswerKind.AskBack, "一共花了多少钱？说个总数就行，比如“两万三”。") { Missing = [Fact.Amount] };
        }
        return inquiry.Care is CareKind.Outpatient or CareKind.TwoDiseases or CareKind.ChronicSpecial
            ? Outpatient(inquiry, total)
            : Inpatient(inquiry, total);
    }

    private Answer Inpatient(Inquiry inquiry, decimal total)
    {
        if (inquiry.HospitalLevel is null)
            return AskLevel("住的是哪一级医院？级别不同，报的比例不同。");

        if (CareTerms.ToSettleInpatient(book, inquiry) is not (var layer, var chosen, var terms))
            return inpatientRatios.Answer(inquiry);

        var composer = new AnswerComposer(book, inquiry);
        Calculate(composer, inquiry, $"{PlaceOf(layer)}{WhoOf(chosen.Group)}{ChineseNames.Of(inquiry.HospitalLevel.Value)}住院", total, terms);
        if (chosen.Condition is { } condition)
            composer.Detail(condition);
        if (inquiry.Care is null)
            composer.Detail("按住院算的；如果是门诊花的，报法不同。");
        if (inquiry.Elsewhere)
        {
            foreach (var rule in book.Find<InpatientTable>(inquiry.Place, inquiry.Today, condition: table => !table.Elsewhere.IsEmpty).Tables.SelectMany(table => table.Elsewhere))
                composer.Detail($"异地就医另按：{ElsewhereText.Of(rule)}").Show(rule.Figures);
        }
        return Finish(composer, inquiry, layer, terms.Ratio);
    }

    private Answer Outpatient(Inquiry inquiry, decimal total)
    {
        var care = inquiry.Care!.Value;
        var (layer, rows) = CareTerms.ToSettleOutpatient(book, inquiry, care);
        if (!rows.Any(row => row.Ratio is not null))
            return outpatientRatios.Answer(inquiry);
        if (inquiry.HospitalLevel is null && rows.Length > 1 && rows.Any(row => row.Level is not null))
            return AskLevel("在哪一级医院看的？级别不同，报的比例不同。");
        var chosen = rows.First(row => row.Ratio is not null);
        var deductible = chosen.Deductible ?? rows.Select(row => row.Deductible).OfType<Figure>().FirstOrDefault();
        var ceiling = chosen.AnnualCeiling ?? rows.Select(row => row.AnnualCeiling).OfType<Figure>().FirstOrDefault();

        var composer = new AnswerComposer(book, inquiry);
        Calculate(composer, inquiry, $"{PlaceOf(layer)}{WhoOf(chosen.Group)}{ChineseNames.Of(care)}", total, new BillTerms(chosen.Ratio!, deductible, ceiling));
        foreach (var condition in rows.Where(row => row == chosen || row.Deductible == deductible || row.AnnualCeiling == ceiling).Select(row => row.Condition).OfType<string>().Distinct())
            composer.Detail(condition);
        return Finish(composer, inquiry, layer, chosen.Ratio!);
    }

    private static void Calculate(AnswerComposer composer, Inquiry inquiry, string what, decimal total, BillTerms terms)
    {
        var estimate = BasicBenefit.Calculate(terms, new Bill(total));
        var result = new Figure($"{what}报销估算", new FigureValue.Number(estimate.Paid), "元", terms.Ratio.Record);
        composer.Say($"{what}，总费用{total:0.##}元，{(estimate.Paid.Bound == Bound.Exact ? "" : "估算")}能报{result.Text}。")
            .Show(result)
            .Calculate(estimate.Steps);
        foreach (var assumption in estimate.Assumptions)
            composer.Detail($"{assumption}。");
        if (inquiry is { HospitalLevelAssumed: true, HospitalLevel: { } level })
            composer.Detail($"医院按{ChineseNames.Of(level)}算的，级别以医院标牌为准。");
    }

    private static Answer Finish(AnswerComposer composer, Inquiry inquiry, Region layer, Figure ratio)
    {
        composer.Detail("这是估算，实际以医院结算单为准。");
        if (inquiry.Region is null)
            return composer.AskPlace<InpatientTable>().Build(AnswerKind.AskBack);
        composer.NameLayer(layer, "报销规定").Next("怎么算的", "大病保险还能报吗", "去外地住院怎么报");
        return layer.Level == RegionLevel.Nation && ratio.Record.Confidence == Confidence.Unverified
            ? composer.PointTo(ContactPurpose.Insurance).Build(AnswerKind.NotPublished)
            : composer.Build();
    }

    private static Answer AskLevel(string question) => new(AnswerKind.AskBack, question)
    {
        Missing = [Fact.HospitalLevel],
        FollowUps = [new FollowUp("社区、乡镇卫生院"), new FollowUp("一级医院"), new FollowUp("二级医院"), new FollowUp("三级医院")],
    };

    private static string WhoOf(Person group) => group is Person.Resident or Person.TwoDiseasesPatient ? "" : ChineseNames.Of(group);

    private static string PlaceOf(Region layer) => layer.Level == RegionLevel.Nation ? "" : layer.FullName;
}
