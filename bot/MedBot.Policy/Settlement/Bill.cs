using MedBot.Policy.Figures;

namespace MedBot.Policy.Settlement;

/// <summary>What a resident knows of a bill. Amounts in yuan.</summary>
/// <param name="Total">All charges.</param>
/// <param name="SelfPaid">Charges outside the catalogue (全自费); null when not known.</param>
/// <param name="PaidThisYear">What the fund has already paid this year; null when not known.</param>
public sealed record Bill(decimal Total, decimal? SelfPaid = null, decimal? PaidThisYear = null);

/// <summary>The terms that apply to one bill, each figure with its record.</summary>
/// <param name="Ratio">Percent of the eligible cost above the deductible.</param>
/// <param name="Deductible">Yuan; null when no record gives it.</param>
/// <param name="AnnualCeiling">Yuan a year; null when no record gives it.</param>
public sealed record BillTerms(Figure Ratio, Figure? Deductible, Figure? AnnualCeiling);
