using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>
/// The facts of a stay that are not known and that move the sum, the one that moves it most first: each is tried at every
/// value that the tables know, all others being as they are taken.
/// </summary>
internal static class OpenFacts
{
    private static readonly ImmutableArray<Person> Hardship = [Person.Destitute, Person.MinimumLiving, Person.LowIncomeMargin, Person.PovertyMonitored];

    /// <summary>Without a fact that the terms themselves hang on (place, level) there is no sum yet: those come first.</summary>
    public static ImmutableArray<Fact> Of(PolicyBook book, Inquiry inquiry, decimal total)
    {
        var bill = EstimateText.BillOf(inquiry, total);
        var places = inquiry.Region is { } known ? [known] : PlacesKnown(book).ToList();
        var levels = inquiry.HospitalLevel is { } at ? [at] : Enum.GetValues<HospitalLevel>();
        var sums = places.Select(place => levels.Select(level => Paid(book, inquiry with { Region = place, HospitalLevel = level }, bill)).ToList()).ToList();
        var needed = new List<(Fact Fact, decimal Spread)>();
        if (inquiry.Region is null)
            needed.Add((Fact.Region, Enumerable.Range(0, levels.Length).Max(level => Spread(sums.Select(place => place[level])))));
        if (inquiry.HospitalLevel is null)
            needed.Add((Fact.HospitalLevel, sums.Max(Spread)));
        return [.. Ordered(needed), .. Ordered(Refining(book, inquiry, bill))];
    }

    private static List<(Fact Fact, decimal Spread)> Refining(PolicyBook book, Inquiry inquiry, Bill bill)
    {
        if (InpatientTerms.Find(book, inquiry, inquiry.HospitalLevel) is not { Terms: var terms })
            return [];
        var now = Receipt.Settle(terms, bill);
        var open = new List<(Fact, decimal)>();
        if (bill.SelfPaid is null)
            open.Add((Fact.SelfPaid, now.Paid.High));
        if (bill.PaidThisYear is null && terms.AnnualCeiling is not null)
            open.Add((Fact.PaidThisYear, now.Basic.High));
        if (inquiry.Persons.IsEmpty)
            open.Add((Fact.Person, Spread(Hardship.Select(group => Paid(book, inquiry with { Persons = [group] }, bill)).Append(now.Paid))));
        if (bill.StayOfYear is null)
            open.Add((Fact.StayOfYear, Spread([now.Paid, Receipt.Settle(terms, bill with { StayOfYear = 2 }).Paid])));
        open.RemoveAll(fact => fact.Item2 == 0m);
        return open;
    }

    private static Quantity? Paid(PolicyBook book, Inquiry inquiry, Bill bill) =>
        InpatientTerms.Find(book, inquiry, inquiry.HospitalLevel) is { Terms: var terms } ? Receipt.Settle(terms, bill).Paid : null;

    private static IEnumerable<Region> PlacesKnown(PolicyBook book) =>
        book.Tables.OfType<InpatientTable>().Where(table => table.Rows.Any(row => row.Ratio is not null)).Select(table => table.Record.Region).Distinct();

    private static decimal Spread(IEnumerable<Quantity?> sums)
    {
        var known = sums.OfType<Quantity>().ToList();
        return known.Count == 0 ? 0m : known.Max(sum => sum.High) - known.Min(sum => sum.Low);
    }

    /// <summary>Of facts that move it alike, the one named first.</summary>
    private static IEnumerable<Fact> Ordered(List<(Fact Fact, decimal Spread)> facts) => facts.OrderByDescending(one => one.Spread).Select(one => one.Fact);
}
