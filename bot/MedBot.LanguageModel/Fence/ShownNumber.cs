using MedBot.Policy.Figures;

namespace MedBot.LanguageModel.Fence;

/// <summary>What sort of number a sentence shows.</summary>
internal enum ShownKind
{
    /// <summary>So many of a unit.</summary>
    Amount,

    /// <summary>Year, month and day, as yyyymmdd.</summary>
    Date,

    /// <summary>Month and day, as mmdd.</summary>
    MonthDay,

    /// <summary>Year and month, as yyyymm.</summary>
    YearMonth,

    Month,
    Year,

    /// <summary>Characters such as a telephone number with its hyphen.</summary>
    Digits,
}

/// <summary>A number that a sentence shows, with how it is bounded and what it is said of.</summary>
/// <param name="Value">The number; of days, their digits as one.</param>
/// <param name="Unit">元, %, 天, 个月, 年, other words; empty when none stands there.</param>
/// <param name="Own">What stands right at the number.</param>
/// <param name="Inherited">What stood before in the sentence.</param>
internal sealed record ShownNumber(ShownKind Kind, decimal Value, string Unit, string Text, Bound Bound, Traits Own, Traits Inherited)
{
    /// <summary>True when the other one says as much: a day also backs its month and year.</summary>
    public bool IsBackedBy(ShownNumber other) => (Kind, other.Kind) switch
    {
        (ShownKind.Amount, ShownKind.Amount) => Value == other.Value && (Unit == other.Unit || (other.Unit.Length == 0 && Unit == "元") || (Unit.Length == 0 && other.Unit == "元")),
        (ShownKind.Amount, ShownKind.Digits) or (ShownKind.Digits, ShownKind.Amount) or (ShownKind.Digits, ShownKind.Digits) => Text == other.Text,
        (ShownKind.Year, _) => YearOf(other) == Value || (other is { Kind: ShownKind.Amount, Unit: "年" or "" } && other.Value == Value),
        (ShownKind.Month, _) => MonthOf(other) == Value,
        (ShownKind.YearMonth, ShownKind.Date) => decimal.Truncate(other.Value / 100) == Value,
        (ShownKind.MonthDay, ShownKind.Date) => other.Value % 10_000 == Value,
        _ => Kind == other.Kind && Value == other.Value,
    };

    public static decimal? YearOf(ShownNumber number) => number.Kind switch
    {
        ShownKind.Year => number.Value,
        ShownKind.Date => decimal.Truncate(number.Value / 10_000),
        ShownKind.YearMonth => decimal.Truncate(number.Value / 100),
        _ => null,
    };

    private static decimal? MonthOf(ShownNumber number) => number.Kind switch
    {
        ShownKind.Month => number.Value,
        ShownKind.Date => decimal.Truncate(number.Value % 10_000 / 100),
        ShownKind.MonthDay => decimal.Truncate(number.Value / 100),
        ShownKind.YearMonth => number.Value % 100,
        _ => null,
    };
}

/// <summary>A sentence as the fence reads it.</summary>
/// <param name="Numbers">Its numbers in order.</param>
/// <param name="Places">Each place that is named, with all that its name may mean.</param>
/// <param name="Years">Each year that is named.</param>
/// <param name="Words">All words that say what numbers are about.</param>
/// <param name="Folded">The text in the fence's spelling.</param>
/// <param name="Unreadable">A numeral that makes no single number (几百, 七八千), as it stands; null when there is none.</param>
internal sealed record ReadSentence(
    IReadOnlyList<ShownNumber> Numbers,
    IReadOnlyList<System.Collections.Immutable.ImmutableArray<Policy.Records.Region>> Places,
    IReadOnlyList<int> Years,
    IReadOnlyList<TraitWord> Words,
    string Folded,
    string? Unreadable);
