using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Policy.Tables;

/// <summary>Terms of inpatient care: deductible and ratio by hospital level, ceiling for the year, care elsewhere.</summary>
/// <param name="OverallRatio">Share of eligible cost that the fund pays over all stays: a statistic or target, never a person's ratio.</param>
/// <param name="GeneralRatio">A ratio that the text gives without level or place.</param>
/// <param name="AnnualCeiling">Most that the fund pays for a person in a year (封顶线), yuan.</param>
public sealed record InpatientTable(
    PolicyRecord Record,
    Figure? OverallRatio,
    Figure? GeneralRatio,
    Figure? AnnualCeiling,
    ImmutableArray<InpatientRow> Rows,
    ImmutableArray<ElsewhereRule> Elsewhere) : PolicyTable(Record)
{
    /// <summary>Percent of class B drugs and items (乙类) that the resident pays first; null when not given.</summary>
    public Figure? ClassBFirstPay { get; init; }

    public override IEnumerable<Figure> Figures =>
        Those([OverallRatio, GeneralRatio, AnnualCeiling, ClassBFirstPay])
            .Concat(Those(Rows.SelectMany(row => new[] { row.Ratio, row.Deductible, row.LaterDeductible })))
            .Concat(Those(Elsewhere.SelectMany(rule => rule.Figures)));
}

/// <param name="Group">For whom; <see cref="Person.Resident"/> for everybody.</param>
/// <param name="Level">Hospital level; null when the row holds for every level.</param>
/// <param name="Ratio">Percent of the eligible cost above the deductible.</param>
/// <param name="Deductible">起付线 of the first stay of the year, yuan; 0 when there is none; null when the document gives none.</param>
/// <param name="LaterDeductible">起付线 from the second stay of the year on; null when it is that of the first.</param>
public sealed record InpatientRow(Person Group, HospitalLevel? Level, Figure? Ratio, Figure? Deductible, Figure? LaterDeductible, string? Condition);

/// <summary>
/// How care outside the place of insurance is paid (异地就医). Places follow one of three rules; they are different sums and
/// are never mixed.
/// </summary>
/// <param name="Case">Which care: 备案长期居住, 转诊, 未备案 …, as the document words it.</param>
public abstract record ElsewhereRule(string Case)
{
    public abstract IEnumerable<Figure?> Figures { get; }

    /// <summary>The local ratio less some percentage points.</summary>
    public sealed record MinusPoints(string Case, Figure Points) : ElsewhereRule(Case)
    {
        public override IEnumerable<Figure?> Figures => [Points];
    }

    /// <summary>The resident first pays a share alone; the rest is paid at the local ratio.</summary>
    public sealed record PayFirst(string Case, Figure Share) : ElsewhereRule(Case)
    {
        public override IEnumerable<Figure?> Figures => [Share];
    }

    /// <summary>A deductible and a ratio of its own.</summary>
    public sealed record OwnTerms(string Case, Figure? Deductible, Figure? Ratio) : ElsewhereRule(Case)
    {
        public override IEnumerable<Figure?> Figures => [Deductible, Ratio];
    }

    /// <summary>As at home.</summary>
    public sealed record AsAtHome(string Case) : ElsewhereRule(Case)
    {
        public override IEnumerable<Figure?> Figures => [];
    }
}

/// <summary>Terms of outpatient care.</summary>
public sealed record OutpatientTable(PolicyRecord Record, ImmutableArray<OutpatientRow> Rows) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Those(Rows.SelectMany(row => new[] { row.Ratio, row.Deductible, row.AnnualCeiling }));
}

/// <param name="Care">普通门诊, 两病 or 慢特病.</param>
/// <param name="AnnualCeiling">Most that is paid in a year, yuan.</param>
/// <param name="Condition">What must hold, in words; also stands for a ratio that the document only compares (比普通门诊更高).</param>
public sealed record OutpatientRow(CareKind Care, Person Group, HospitalLevel? Level, Figure? Ratio, Figure? Deductible, Figure? AnnualCeiling, string? Condition);

/// <summary>Serious-illness insurance (大病保险): a second payment on what basic insurance leaves, over the year.</summary>
/// <param name="Deductible">Yuan a year before it pays.</param>
/// <param name="Uplift">Percentage points that it adds over all; not a person's ratio.</param>
/// <param name="Ceiling">Most in a year, yuan; null when not given.</param>
/// <param name="ExtraPremium">What residents pay for it besides the premium, yuan; 0 when nothing.</param>
/// <param name="Rewards">What continuous cover or a year without a claim adds to the ceiling.</param>
public sealed record SeriousIllnessTable(
    PolicyRecord Record,
    Figure? Deductible,
    Figure? Uplift,
    Figure? Ceiling,
    Figure? ExtraPremium,
    ImmutableArray<SeriousIllnessBand> Bands,
    ImmutableArray<Figure> Rewards) : PolicyTable(Record)
{
    /// <summary>Percent of the deductible that people in hardship bear; null when the document gives none, or their bands name their own.</summary>
    public Figure? HardshipDeductibleShare { get; init; }

    /// <summary>True when the ceiling does not hold for people in hardship.</summary>
    public bool HardshipIsUncapped { get; init; }

    public override IEnumerable<Figure> Figures =>
        Those([Deductible, Uplift, Ceiling, ExtraPremium, HardshipDeductibleShare]).Concat(Those(Bands.SelectMany(band => new[] { band.Above, band.UpTo, band.Ratio, band.Deductible }))).Concat(Rewards);
}

/// <param name="Group">For whom; tilted terms for the poor are rows of their own.</param>
/// <param name="Above">Lower edge of the band in yuan over the year; null for from the deductible on.</param>
/// <param name="UpTo">Upper edge, itself inside; null when open.</param>
/// <param name="Deductible">The group's own deductible; null when it is the table's.</param>
public sealed record SeriousIllnessBand(Person Group, Figure? Above, Figure? UpTo, Figure Ratio, Figure? Deductible);

/// <summary>Maternity care (生育): a ratio or a sum a birth.</summary>
public sealed record MaternityTable(PolicyRecord Record, ImmutableArray<MaternityRow> Rows) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Those(Rows.SelectMany(row => new[] { row.Amount, row.Ratio }));
}

/// <param name="Item">自然分娩, 剖宫产, 产前检查 …</param>
public sealed record MaternityRow(string Item, Figure? Amount, Figure? Ratio, string? Condition);

/// <summary>Whether a named operation, drug or item is paid at a place (某项目能不能报).</summary>
public sealed record CoverageTable(PolicyRecord Record, string Item, ImmutableArray<string> OtherNames, bool Covered, Figure? Ratio, string? Condition) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Those([Ratio]);
}
