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

    private static bool HasTerms(InpatientTable table, Inquiry inquiry) =>
        !RowsFor(table, inquiry).IsEmpty || table.OverallRatio is not null || table.GeneralRatio is not null || (table.Rows.IsEmpty && (table.AnnualCeiling is not null || !table.Elsewhere.IsEmpty));
}
