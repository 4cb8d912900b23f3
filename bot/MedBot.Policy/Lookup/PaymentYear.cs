using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Policy.Lookup;

/// <summary>
/// Which benefit year (享受年度) is being paid for on a day. The premium of a year is collected from the autumn before it,
/// so in November somebody who asks what to pay asks about next year.
/// </summary>
public static class PaymentYear
{
    /// <summary>
    /// The year whose window is open at the place on the day; without one, by the nearest standing rule, next year from
    /// that rule's first day on. This year where nothing is known.
    /// </summary>
    public static int On(PolicyBook book, Region place, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(place);
        foreach (var layer in place.Layers())
        {
            foreach (var window in book.At<CollectionWindow>(layer, day, condition: window => window.Record.Validity.Contains(day)).Tables)
            {
                if (window.Record.BenefitYear is { } year)
                    return year;
            }
            foreach (var rule in book.At<CollectionRule>(layer, day, condition: rule => rule.Record.Validity.Contains(day)).Tables)
            {
                if (rule.NextYearFrom is { } from)
                    return day >= from.In(day.Year) ? day.Year + 1 : day.Year;
            }
        }
        return day.Year;
    }
}
