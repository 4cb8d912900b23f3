using System.Collections.Immutable;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>The same bill under other circumstances, side by side: another level, another rule on care elsewhere, another place.</summary>
internal static class WhatIf
{
    /// <summary>The bill at each level for which the place gives this person a ratio, but not at the level given. Empty when only the nation speaks.</summary>
    public static ImmutableArray<Variant> AtLevels(PolicyBook book, Inquiry inquiry, Bill bill, HospitalLevel? except)
    {
        var variants = ImmutableArray.CreateBuilder<Variant>();
        foreach (var level in InpatientTerms.LevelsKnown(book, inquiry))
        {
            if (level != except && InpatientTerms.Find(book, inquiry, level) is { Layer.Parent: not null } found)
                variants.Add(Variant.Of(ChineseNames.Of(level), found.Terms, bill));
        }
        return variants.ToImmutable();
    }

    /// <summary>The bill under each rule on care elsewhere.</summary>
    public static ImmutableArray<Variant> Elsewhere(IEnumerable<ElsewhereRule> rules, BillTerms terms, Bill bill) =>
        [.. rules.Select(rule => Variant.Of(rule.Case, terms with { Elsewhere = rule }, bill))];

    /// <summary>The bill of somebody who is insured at another place; null when that place gives no ratio of its own.</summary>
    public static Variant? AtPlace(PolicyBook book, Inquiry inquiry, Policy.Records.Region place, Bill bill) =>
        InpatientTerms.Find(book, inquiry with { Region = place }, inquiry.HospitalLevel) is { Layer.Parent: not null } found
            ? Variant.Of($"在{found.Layer.FullName}参保", found.Terms, bill)
            : null;

    /// <summary>The bill by today's terms, beside those of the year that was asked about; null when they are the same.</summary>
    public static Variant? InYear(PolicyBook book, Inquiry inquiry, int year, Bill bill)
    {
        var asked = InpatientTerms.Find(book, inquiry, inquiry.HospitalLevel);
        var now = InpatientTerms.Find(book, inquiry with { BenefitYear = null }, inquiry.HospitalLevel);
        return year != inquiry.Today.Year && now is { Layer.Parent: not null } && asked?.Terms.Ratio != now.Terms.Ratio ? Variant.Of("按现在的规定", now.Terms, bill) : null;
    }

    /// <summary>Adds one line a variant, its figures shown.</summary>
    public static AnswerComposer Compare(this AnswerComposer composer, IEnumerable<Variant> variants, Func<Variant, string> words)
    {
        foreach (var variant in variants)
            composer.Detail(words(variant)).Show(variant.Figures);
        return composer;
    }
}

/// <summary>One way in which the bill could be settled.</summary>
/// <param name="Name">What differs: 二级医院, 跨省转诊或急诊.</param>
/// <param name="Paid">What all layers pay.</param>
/// <param name="Own">What the resident pays.</param>
/// <param name="Steps">How the sum came about.</param>
internal sealed record Variant(string Name, BillTerms Terms, Figure Paid, Figure Own, ImmutableArray<Step> Steps)
{
    public static Variant Of(string name, BillTerms terms, Bill bill)
    {
        var receipt = Receipt.Settle(terms, bill);
        var record = terms.Ratio.Record;
        return new Variant(
            name,
            terms,
            new Figure($"{name}报销估算", new FigureValue.Number(receipt.Paid), "元", record),
            new Figure($"{name}个人负担", new FigureValue.Number(receipt.Own), "元", record),
            [.. receipt.Steps.Select(step => step with { Name = $"{name}，{step.Name}" })]);
    }

    /// <summary>The results and the terms that decide them.</summary>
    public IEnumerable<Figure?> Figures =>
        Terms.Elsewhere is { } rule ? rule.Figures.Prepend(Own).Prepend(Paid) : [Paid, Own];

    public string Sentence => $"{Name}：能报{Paid.Text}，自己付{Own.Text}。";
}
