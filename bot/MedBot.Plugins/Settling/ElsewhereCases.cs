using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>Which rule on care elsewhere a case falls under, as far as it was told (备案, 转诊, 急诊, 长期居住; province or not).</summary>
internal static class ElsewhereCases
{
    /// <summary>What residents are in, and what the document calls it.</summary>
    private static readonly ImmutableArray<(ElsewhereCircumstance Told, string Written)> Written =
        [(ElsewhereCircumstance.Referral, "转"), (ElsewhereCircumstance.Emergency, "急"), (ElsewhereCircumstance.LongStay, "长期")];

    /// <summary>The rules of the nearest layer that may apply: one when the case was told, all that are left open otherwise.</summary>
    public static ImmutableArray<ElsewhereRule> Find(PolicyBook book, Inquiry inquiry)
    {
        var rules = All(book, inquiry);
        rules = InsideOrOutsideProvince(rules, inquiry);
        if (inquiry.Circumstance.HasFlag(ElsewhereCircumstance.NotFiled))
            return Narrow(rules, rule => Says(rule, "未备案") || Says(rule, "未办理"));
        var told = Written.Where(pair => inquiry.Circumstance.HasFlag(pair.Told)).Select(pair => pair.Written).ToList();
        if (told.Count > 0)
            return Narrow(rules, rule => told.Exists(word => Says(rule, word)) && !Says(rule, "未"));
        return inquiry.Circumstance.HasFlag(ElsewhereCircumstance.Filed)
            ? Narrow(rules, rule => !Says(rule, "未备案") && !Says(rule, "未办理") && !Says(rule, "其他"))
            : rules;
    }

    /// <summary>Every rule of the nearest layer that has any, the newest version's first.</summary>
    public static ImmutableArray<ElsewhereRule> All(PolicyBook book, Inquiry inquiry) =>
    [
        .. book.Find<InpatientTable>(inquiry.Place, inquiry.Today, condition: table => !table.Elsewhere.IsEmpty).Tables
            .OrderByDescending(table => table.Record.Validity.First)
            .SelectMany(table => table.Elsewhere),
    ];

    private static ImmutableArray<ElsewhereRule> InsideOrOutsideProvince(ImmutableArray<ElsewhereRule> rules, Inquiry inquiry)
    {
        if (inquiry.Destination?.Province is not { } there || inquiry.Place.Province is not { } home)
            return rules;
        var excluded = Equals(there, home) ? "跨省" : "省内";
        return Narrow(rules, rule => !Says(rule, excluded));
    }

    /// <summary>A circumstance that no rule names leaves all of them open.</summary>
    private static ImmutableArray<ElsewhereRule> Narrow(ImmutableArray<ElsewhereRule> rules, Func<ElsewhereRule, bool> condition) =>
        rules.Where(condition).ToImmutableArray() is { IsEmpty: false } some ? some : rules;

    private static bool Says(ElsewhereRule rule, string word) => rule.Case.Contains(word, StringComparison.Ordinal);
}
