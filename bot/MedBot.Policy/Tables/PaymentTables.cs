using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Policy.Tables;

/// <summary>What residents and the treasury pay for a benefit year (个人缴费标准, 财政补助). Yuan a person a year.</summary>
public sealed record PremiumTable(PolicyRecord Record, ImmutableArray<PremiumRow> Rows) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Those(Rows.SelectMany(row => new[] { row.Own, row.Subsidy }));
}

/// <param name="Group">For whom.</param>
/// <param name="Own">What the resident pays; null when the document gives only the subsidy.</param>
/// <param name="Subsidy">What the treasury adds; null when not given.</param>
public sealed record PremiumRow(Person Group, Figure? Own, Figure? Subsidy);

/// <summary>When the premium of a benefit year is collected (集中参保期).</summary>
/// <param name="FirstDay">First day on which one can pay; null when the document gives none.</param>
/// <param name="LastDay">Last day, itself still inside.</param>
/// <param name="PayDayFirst">Within the window only from this day of each month; null when every day.</param>
/// <param name="PayDayLast">… to this day of each month.</param>
/// <param name="BatchDay">Day of the month on which banks withhold; null when none is given.</param>
public sealed record CollectionWindow(PolicyRecord Record, Figure? FirstDay, Figure LastDay, Figure? PayDayFirst, Figure? PayDayLast, Figure? BatchDay)
    : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Those([FirstDay, LastDay, PayDayFirst, PayDayLast, BatchDay]);
}

/// <summary>When the premium is collected every year, as a standing rule without a year: 每年9月15日至次年2月28日, 多在第四季度.</summary>
/// <param name="Rule">The rule in words, its numbers among the figures.</param>
public sealed record CollectionRule(PolicyRecord Record, string Rule, ImmutableArray<Figure> Numbers) : PolicyTable(Record)
{
    /// <summary>From this day of each year on the next year's premium is collected, as far as the rule in words says so; null when it does not.</summary>
    public YearlyDay? NextYearFrom { get; init; }

    public override IEnumerable<Figure> Figures => Numbers;
}

/// <summary>What people with little income pay themselves (资助参保), and what medical assistance adds (医疗救助).</summary>
public sealed record AidTable(PolicyRecord Record, ImmutableArray<PremiumAidRow> Premium, ImmutableArray<CareAidRow> Care) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures =>
        Those(Premium.SelectMany(row => new[] { row.Own, row.Relief })).Concat(Those(Care.SelectMany(row => new[] { row.Deductible, row.Ratio, row.AnnualCeiling })));
}

/// <param name="Own">What the person still pays, yuan a year; null when only the share is given.</param>
/// <param name="Relief">Share of the premium that is paid for them, percent; null when only the rest is given.</param>
/// <param name="Condition">A condition in words; null when none.</param>
public sealed record PremiumAidRow(Person Group, Figure? Own, Figure? Relief, string? Condition);

/// <param name="Item">Which care it is for, as the document words it: 住院, 门诊, 住院（重特大疾病）, 倾斜救助 …</param>
/// <param name="Deductible">Yuan a year; 0 when there is none; null when not given.</param>
/// <param name="Ratio">Percent of the eligible cost that is left after insurance.</param>
/// <param name="AnnualCeiling">Yuan a year; null when not given.</param>
public sealed record CareAidRow(Person Group, string Item, Figure? Deductible, Figure? Ratio, Figure? AnnualCeiling, string? Condition);
