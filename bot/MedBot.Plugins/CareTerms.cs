using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Which rows of the care tables apply to a case.</summary>
internal static class CareTerms
{
    /// <summary>The nearest layer with inpatient terms for the person and level; a layer that only speaks of other groups is passed over.</summary>
    public static Finding<InpatientTable> FindInpatient(PolicyBook book, Inquiry inquiry)
    {
        var exact = book.Find<InpatientTable>(inquiry.Place, inquiry.Today, inquiry.BenefitYear, table => HasTerms(table, inquiry));
        return exact.IsEmpty ? book.Find<InpatientTable>(inquiry.Place, inquiry.Today, null, table => HasTerms(table, inquiry)) : exact;
    }

    /// <summary>The rows for the person's groups, or for everybody when the table has none for them; of the asked level when one is named.</summary>
    public static ImmutableArray<InpatientRow> RowsFor(InpatientTable table, Inquiry inquiry)
    {
        var own = table.Rows.Where(row => inquiry.Is(row.Group)).ToList();
        var general = table.Rows.Where(row => row.Group == Person.Resident).ToList();
        var rows = own.Count > 0 ? own : general.Count > 0 ? general : inquiry.Persons.IsEmpty ? [.. table.Rows] : [];
        if (inquiry.HospitalLevel is { } level && rows.Any(row => row.Level is { } at && SameLevel(at, level)))
            rows = [.. rows.Where(row => row.Level is null || SameLevel(row.Level.Value, level))];
        return [.. rows];
    }

    /// <summary>Community care stands in a table's first level when it has no row of its own.</summary>
    public static bool SameLevel(HospitalLevel row, HospitalLevel asked) =>
        row == asked || (row is HospitalLevel.Community or HospitalLevel.Primary && asked is HospitalLevel.Community or HospitalLevel.Primary);

    /// <summary>
    /// How well a row's level fits the asked one: 0 itself, 1 community care in the first level, 2 a row for every level;
    /// null when it does not. A row for community care alone does not hold for a first-level hospital.
    /// </summary>
    public static int? LevelFit(HospitalLevel? row, HospitalLevel? asked) => (row, asked) switch
    {
        (null, _) => 2,
        ({ } at, { } level) when at == level => 0,
        (HospitalLevel.Primary, HospitalLevel.Community) => 1,
        _ => null,
    };

    /// <summary>How well a row's group fits the person: 0 the person's own, 1 people in hardship together, 2 everybody; null when it does not.</summary>
    public static int? GroupFit(Person group, Inquiry inquiry) => group switch
    {
        Person.Resident or Person.TwoDiseasesPatient => 2,
        _ when inquiry.Is(group) => 0,
        Person.LowIncome when IsInHardship(inquiry) => 1,
        _ => null,
    };

    /// <summary>True for groups whose terms are tilted everywhere: 特困, 孤儿, 低保, 返贫致贫.</summary>
    public static bool IsInHardship(Inquiry inquiry) =>
        inquiry.Is(Person.LowIncome) || inquiry.Is(Person.Destitute) || inquiry.Is(Person.Orphan) || inquiry.Is(Person.MinimumLiving) || inquiry.Is(Person.PovertyMonitored);

    private static bool HasTerms(InpatientTable table, Inquiry inquiry) =>
        !RowsFor(table, inquiry).IsEmpty || table.OverallRatio is not null || table.GeneralRatio is not null || (table.Rows.IsEmpty && (table.AnnualCeiling is not null || !table.Elsewhere.IsEmpty));
}
