using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MedBot.Policy.Records;

namespace MedBot.Policy.Figures;

/// <summary>
/// Finds the numbers that a text shows and tells which of them no figure backs. Read: digits (half and full width) with
/// thousands separators and decimals. A thing's own digits, such as a document number, count as backed where it is cited.
/// </summary>
public static partial class NumbersInText
{
    /// <summary>Every number written in digits, in the order in which they stand: 12,000.50 is one number.</summary>
    public static IEnumerable<decimal> Of(string text)
    {
        foreach (Match match in DigitRun.Matches(HalfWidth(text)))
        {
            if (decimal.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                yield return number;
        }
    }

    /// <summary>The numbers that a figure may be shown as: its value, the parts of its day, and of its validity and benefit year.</summary>
    public static IEnumerable<decimal> BackedBy(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var own = figure.Value switch
        {
            FigureValue.Number number => [number.Quantity.Low, number.Quantity.High],
            FigureValue.Day day => PartsOf(day.Date),
            FigureValue.Characters characters => Of(characters.Text),
            _ => [],
        };
        return own.Concat(Of(figure.Label)).Concat(BackedBy(figure.Record));
    }

    /// <summary>The numbers that citing a record shows: its dates, year, and the digits in its document's name and number.</summary>
    public static IEnumerable<decimal> BackedBy(PolicyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var days = new[] { record.Validity.First, record.Validity.Last }.OfType<DateOnly>().SelectMany(PartsOf).Concat(CitedIn(record));
        return record.BenefitYear is { } year ? days.Append(year) : days;
    }

    /// <summary>The numbers that the citation alone shows: the day of issue, and the digits in the document's name, number and article.</summary>
    public static IEnumerable<decimal> CitedIn(PolicyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var issued = record.Source.Issued is { } day ? PartsOf(day) : [];
        return new[] { record.Source.Title, record.Source.Number, record.Article }.OfType<string>().SelectMany(Of).Concat(issued);
    }

    /// <summary>The numbers in the text that are not among the backed ones, in order, each once.</summary>
    public static ImmutableArray<decimal> Unbacked(string text, IEnumerable<decimal> backed) => [.. Of(text).Distinct().Except(backed)];

    /// <summary>１２，０００ → 12,000. Unicode normalization would do it too, but does nothing when the program runs without cultures.</summary>
    private static string HalfWidth(string text) => string.Create(text.Length, text, (half, full) =>
    {
        for (var i = 0; i < full.Length; i++)
            half[i] = full[i] is >= '！' and <= '～' ? (char)(full[i] - '！' + '!') : full[i];
    });

    private static IEnumerable<decimal> PartsOf(DateOnly day) => [day.Year, day.Month, day.Day];

    [GeneratedRegex(@"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex DigitRun { get; }
}
