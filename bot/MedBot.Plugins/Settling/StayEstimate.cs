using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>How much of the bill for a stay is paid, at home or elsewhere.</summary>
/// <param name="ratios">Answers with what is recorded when there is no ratio for the case.</param>
internal sealed class StayEstimate(PolicyBook book, IPlugin ratios)
{
    public Answer Answer(Inquiry inquiry, decimal total)
    {
        var bill = EstimateText.BillOf(inquiry, total);
        var found = InpatientTerms.Find(book, inquiry, inquiry.HospitalLevel);
        if (found is null)
            return inquiry.HospitalLevel is null ? AskLevel(inquiry, bill) : ratios.Answer(inquiry);

        var composer = new AnswerComposer(book, inquiry);
        var who = found.Group == Person.Resident ? "" : ChineseNames.Of(found.Group);
        var level = inquiry.HospitalLevel is { } at ? ChineseNames.Of(at) : "";
        var what = $"{EstimateText.PlaceOf(found.Layer)}{who}{level}住院";
        if (inquiry.Elsewhere && found.Layer.Level != RegionLevel.Nation && ElsewhereCases.Find(book, inquiry) is { IsEmpty: false } rules)
        {
            AddElsewhere(composer, what, found.Terms, bill, rules, ElsewhereCases.All(book, inquiry));
        }
        else
        {
            composer.AsAtHome(inquiry).Settle(what, found.Terms, bill);
            AddOtherWays(composer, inquiry, bill);
        }
        foreach (var condition in found.Conditions)
            composer.Detail(condition);
        if (found.Terms.SeriousIllness is null && found.Layer.Level != RegionLevel.Nation)
            composer.Detail("大病保险的现行标准没有收录全，这里没有算。");
        if (inquiry.Care is null)
            composer.Detail("按住院算的；如果是门诊花的，报法不同。");
        composer.NameAssumedLevel(inquiry).TellOtherGroups(book, inquiry, found.Layer).Ask(OpenFacts.Of(book, inquiry, total));
        return composer.FinishEstimate(inquiry, found.Layer, found.Terms.Ratio);
    }

    /// <summary>The rule when the case is told; else every case beside the others, for they are different sums.</summary>
    private static void AddElsewhere(AnswerComposer composer, string what, BillTerms terms, Bill bill, IReadOnlyList<ElsewhereRule> rules, IReadOnlyList<ElsewhereRule> all)
    {
        if (rules is [var rule])
        {
            composer.Settle($"{what}（{rule.Case}）", terms with { Elsewhere = rule }, bill).Detail(ElsewhereText.Of(rule)).Show(rule.Figures)
                .Compare(WhatIf.Elsewhere(all.Where(other => other != rule), terms, bill), one => $"如果是{one.Sentence}");
            return;
        }
        var variants = WhatIf.Elsewhere(rules, terms, bill);
        var (least, most) = (variants.MinBy(one => one.Paid.Number!.Value.Low)!, variants.MaxBy(one => one.Paid.Number!.Value.High)!);
        var span = least.Paid.Text == most.Paid.Text ? $"都能报{most.Paid.Text}" : $"能报{least.Paid.Text}到{most.Paid.Text}";
        composer.Say($"{what}，到外地看，总费用{bill.Total:0.##}元，{span}，看是哪种情况。")
            .Compare(variants, one => $"{one.Sentence[..^1]}（{ElsewhereText.Of(one.Terms.Elsewhere!)[(one.Name.Length + 1)..^1]}）。")
            .Show(terms.Ratio, terms.Deductible);
    }

    private void AddOtherWays(AnswerComposer composer, Inquiry inquiry, Bill bill)
    {
        if (inquiry.HospitalLevel is { } level && WhatIf.AtLevels(book, inquiry, bill, level) is { IsEmpty: false } others)
        {
            composer.Detail($"同样的费用，{string.Join("，", others.Select(one => $"{one.Name}能报{one.Paid.Text}"))}。").Show(others.Select(one => one.Paid));
        }
        if (inquiry.BenefitYear is { } year && WhatIf.InYear(book, inquiry, year, bill) is { } then)
            composer.Compare([then], one => one.Sentence);
        if (inquiry is { Elsewhere: false, Destination: { } there } && WhatIf.AtPlace(book, inquiry, there, bill) is { } moved)
            composer.Compare([moved], one => one.Sentence);
    }

    /// <summary>Asks for the level and shows meanwhile what comes out at each; of somebody who does not know it, what comes out is the answer.</summary>
    private Answer AskLevel(Inquiry inquiry, Bill bill)
    {
        var variants = inquiry.Elsewhere ? [] : WhatIf.AtLevels(book, inquiry, bill, null);
        var isUnknown = inquiry.Unknown.Contains(Fact.HospitalLevel);
        if (isUnknown && variants.IsEmpty)
            return EstimateText.WithoutSum(ratios.Answer(inquiry), "不知道医院级别，算不出准数，先看比例。");
        var composer = new AnswerComposer(book, inquiry)
            .Say(isUnknown ? $"不知道级别的话，{inquiry.Place.FullName}住院总费用{bill.Total:0.##}元，能报的是：" : "住的是哪一级医院？级别不同，报的比例不同。")
            .Ask(Fact.HospitalLevel).Ask(OpenFacts.Of(book, inquiry, bill.Total));
        foreach (var variant in variants)
            composer = (isUnknown ? composer.Say(variant.Sentence).Calculate(variant.Steps) : composer.Detail(variant.Sentence)).Show(variant.Figures);
        return isUnknown
            ? composer.Detail("级别写在医院的牌子上，打电话问医院也行。").Detail(EstimateText.Rough).Next("住院报销比例是多少", "去外地住院怎么报").Build()
            : composer.Next(EstimateText.LevelButtons).Build(AnswerKind.AskBack);
    }
}
