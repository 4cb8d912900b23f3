using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Tables;

namespace MedBot.Policy.Settlement;

/// <summary>What a resident knows of a bill. Amounts in yuan, none of them negative.</summary>
/// <param name="Total">All charges.</param>
/// <param name="SelfPaid">Charges outside the catalogue (全自费); null when not known.</param>
/// <param name="PaidThisYear">What the fund has already paid this year; null when not known.</param>
public sealed record Bill(decimal Total, decimal? SelfPaid = null, decimal? PaidThisYear = null)
{
    /// <summary>Charges above the price that insurance recognises (超限价自费); null when not known.</summary>
    public decimal? OverLimit { get; init; }

    /// <summary>Charges for class B drugs and items (乙类), of which a share is paid first; null when not known.</summary>
    public decimal? ClassB { get; init; }

    /// <summary>Which stay of the year it is, from 1; null when not known, and then taken for the first.</summary>
    public int? StayOfYear { get; init; }

    /// <summary>Eligible cost of earlier bills of the year that basic insurance left to the resident; null when not known.</summary>
    public decimal? BurdenThisYear { get; init; }

    /// <summary>What medical assistance has already paid this year; null when not known.</summary>
    public decimal? AidThisYear { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the stay is before the first.</exception>
    internal void Require()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Total);
        foreach (var part in (ReadOnlySpan<decimal?>)[SelfPaid, PaidThisYear, OverLimit, ClassB, BurdenThisYear, AidThisYear])
            ArgumentOutOfRangeException.ThrowIfNegative(part ?? 0m);
        ArgumentOutOfRangeException.ThrowIfLessThan(StayOfYear ?? 1, 1);
    }
}

/// <summary>The terms that apply to one bill, each figure with its record.</summary>
/// <param name="Ratio">Percent of the eligible cost above the deductible.</param>
/// <param name="Deductible">Yuan; null when no record gives it.</param>
/// <param name="AnnualCeiling">Yuan a year; null when no record gives it.</param>
public sealed record BillTerms(Figure Ratio, Figure? Deductible, Figure? AnnualCeiling)
{
    /// <summary>Deductible from the second stay of the year on; null when it is that of the first.</summary>
    public Figure? LaterDeductible { get; init; }

    /// <summary>Percent of class B charges that is paid first; null when no record gives it.</summary>
    public Figure? ClassBFirstPay { get; init; }

    /// <summary>How care elsewhere is paid; null for care at home.</summary>
    public ElsewhereRule? Elsewhere { get; init; }

    /// <summary>Serious-illness insurance; null when its terms are not fully known.</summary>
    public SeriousIllnessTerms? SeriousIllness { get; init; }

    /// <summary>Medical assistance to the person's group; several rows where the document tells diseases apart and the bill does not; empty when there is none.</summary>
    public ImmutableArray<CareAidRow> Aid { get; init; } = [];
}

/// <summary>Serious-illness insurance as it applies to one person.</summary>
/// <param name="Group">Whose bands these are; <see cref="Person.Resident"/> for everybody's.</param>
/// <param name="Deductible">Yuan a year.</param>
/// <param name="DeductibleShare">Percent of that deductible which the group has to bear; null for all of it.</param>
/// <param name="Bands">Ratios by the yearly sum, not overlapping.</param>
/// <param name="Ceiling">Most in a year; null when there is none or no record gives it.</param>
public sealed record SeriousIllnessTerms(Person Group, Figure Deductible, Figure? DeductibleShare, ImmutableArray<SeriousIllnessBand> Bands, Figure? Ceiling);
