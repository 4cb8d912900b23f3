using System.Collections.Immutable;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>Finds the medical assistance that a person in hardship gets for a stay without applying for it.</summary>
internal static class AidLookup
{
    private const string Stay = "住院";

    /// <summary>The nearest layer's rows for the person's own group that hold today; several where it tells diseases apart.</summary>
    public static ImmutableArray<CareAidRow> ForStay(PolicyBook book, Inquiry inquiry)
    {
        if (inquiry.Persons.IsEmpty)
            return [];
        var found = book.Find<AidTable>(inquiry.Place, inquiry.Today, condition: table => table.Record.Validity.Contains(inquiry.Today) && table.Care.Any(Fits));
        var rows = found.Tables.SelectMany(table => table.Care).Where(Fits).ToList();
        return rows.Count == 0 ? [] : [.. rows.Where(row => row.Group == rows[0].Group)];

        bool Fits(CareAidRow row) => inquiry.Is(row.Group) && row.Ratio is not null && row.Item.StartsWith(Stay, StringComparison.Ordinal);
    }
}
