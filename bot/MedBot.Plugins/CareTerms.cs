using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Which rows of the care tables apply to a case.</summary>
internal static class CareTerms
{
    /// <summary>
    /// The nearest layer with a ratio for the person. Only its tables with such a ratio are in the finding; see
    /// <see cref="InpatientBeside"/> for what that layer and nearer ones say besides.
    /// </summary>
    public static Finding<InpatientTable> FindInpatientRatios(PolicyBook book, Inquiry inquiry) =>
        InYearOrAny(inquiry, year => book.Find<InpatientTable>(inquiry.Place, inquiry.Today, year, table => HasRatio(table, inquiry)));

    /// <summary>Deductibles of the person's groups, ceilings, overall levels and rules on care elsewhere, of the layers down from the one that gives the ratio.</summary>
    public static ImmutableArray<InpatientTable> InpatientBeside(PolicyBook book, Inquiry inquiry, Finding<InpatientTable> ratios)
    {
        var layers = inquiry.Place.Layers().TakeWhile(layer => layer.Level > ratios.Layer.Level).Append(ratios.Layer);
        return
        [
            .. layers.SelectMany(layer => InYearOrAny(inquiry, year => book.At<InpatientTable>(layer, inquiry.Today, year, table => !RowsFor(table, inquiry).IsEmpty)).Tables
                .Concat(InYearOrAny(inquiry, year => book.At<InpatientTable>(layer, inquiry.Today, year, table => table.Rows.IsEmpty && table.GeneralRatio is null)).Tables))
                .Except(ratios.Tables),
        ];
    }

    /// <summary>The rows to tell: for the person's groups, or for everybody when the table has none for them; of the asked level when one is named. Other groups' rows are told, by their name, only to somebody who asks about just this place and no person.</summary>
    public static ImmutableArray<InpatientRow> RowsFor(InpatientTable table, Inquiry inquiry)
    {
        var own = table.Rows.Where(row => inquiry.Is(row.Group)).ToList();
        var general = table.Rows.Where(row => row.Group == Person.Resident).ToList();
        var rows = own.Count > 0 ? own : general.Count > 0 ? general : inquiry.Persons.IsEmpty && table.Record.Region == inquiry.Region ? [.. table.Rows] : [];
        var ofLevel = OfLevel(rows, row => row.Level, inquiry.HospitalLevel);
        return [.. ofLevel.Count > 0 ? ofLevel : rows];
    }

    /// <summary>
    /// What an inpatient bill is settled by at the nearest layer that gives a ratio for this person at this level; null
    /// when none does. Another group's ratio or another level's is never taken.
    /// </summary>
    public static (Region Layer, InpatientRow Row, BillTerms Terms)? ToSettleInpatient(PolicyBook book, Inquiry inquiry)
    {
        var found = InYearOrAny(inquiry, year => book.Find<InpatientTable>(inquiry.Place, inquiry.Today, year, table => ToSettle(table.Rows, inquiry).Any(row => row.Ratio is not null)));
        if (found.IsEmpty)
            return null;
        var tables = found.Tables.OrderBy(table => table.Record.Confidence).ToList();
        var beside = InpatientBeside(book, inquiry, found).Where(table => table.Record.Region == found.Layer).ToList();
        var chosen = tables.SelectMany(table => ToSettle(table.Rows, inquiry)).First(row => row.Ratio is not null);
        var deductible = beside.SelectMany(table => ToSettle(table.Rows, inquiry)).Where(row => inquiry.Is(row.Group)).Select(row => row.Deductible).OfType<Figure>().FirstOrDefault()
            ?? chosen.Deductible
            ?? tables.Concat(beside).SelectMany(table => ToSettle(table.Rows, inquiry)).Select(row => row.Deductible).OfType<Figure>().FirstOrDefault();
        var ceiling = tables.Concat(beside).Select(table => table.AnnualCeiling).OfType<Figure>().FirstOrDefault();
        return (found.Layer, chosen, new BillTerms(chosen.Ratio!, deductible, ceiling));
    }

    /// <summary>The rows on the sort of care for this person at the nearest layer that has any, those that fit best first; at every level when none is named.</summary>
    public static (Region Layer, ImmutableArray<OutpatientRow> Rows) ToSettleOutpatient(PolicyBook book, Inquiry inquiry, CareKind care)
    {
        var found = book.Find<OutpatientTable>(inquiry.Place, inquiry.Today, condition: table => Rows([table]).Any());
        return (found.Layer, [.. Rows(found.Tables)]);

        IEnumerable<OutpatientRow> Rows(IEnumerable<OutpatientTable> tables)
        {
            var rows = tables.OrderBy(table => table.Record.Confidence).SelectMany(table => table.Rows)
                .Where(row => row.Care == care && (inquiry.Is(row.Group) || row.Group is Person.Resident or Person.TwoDiseasesPatient));
            return OfLevelOrAny([.. rows], row => row.Level, inquiry.HospitalLevel).OrderBy(row => inquiry.Is(row.Group) ? 0 : 1);
        }
    }

    /// <summary>Community care stands in a table's first level when it has no row of its own.</summary>
    public static bool SameLevel(HospitalLevel row, HospitalLevel asked) =>
        row == asked || (row is HospitalLevel.Community or HospitalLevel.Primary && asked is HospitalLevel.Community or HospitalLevel.Primary);

    private static bool HasRatio(InpatientTable table, Inquiry inquiry) =>
        table.GeneralRatio is not null || RowsFor(table, inquiry).Any(row => row.Ratio is not null);

    /// <summary>Rows that may enter a sum, the person's own groups before everybody's.</summary>
    private static IEnumerable<InpatientRow> ToSettle(IEnumerable<InpatientRow> rows, Inquiry inquiry) =>
        OfLevelOrAny([.. rows.Where(row => inquiry.Is(row.Group) || row.Group == Person.Resident)], row => row.Level, inquiry.HospitalLevel)
            .OrderBy(row => inquiry.Is(row.Group) ? 0 : 1);

    /// <summary>The rows of the level and, after them, those that hold for every level.</summary>
    private static IEnumerable<T> OfLevelOrAny<T>(IReadOnlyList<T> rows, Func<T, HospitalLevel?> levelOf, HospitalLevel? asked) =>
        asked is null ? rows : OfLevel(rows, levelOf, asked).Concat(rows.Where(row => levelOf(row) is null));

    /// <summary>The rows of exactly the level, else those of the level that stands for it.</summary>
    private static List<T> OfLevel<T>(IReadOnlyList<T> rows, Func<T, HospitalLevel?> levelOf, HospitalLevel? asked)
    {
        var exact = rows.Where(row => levelOf(row) is { } level && level == asked).ToList();
        return exact.Count > 0 ? exact : [.. rows.Where(row => levelOf(row) is { } level && asked is { } wanted && SameLevel(level, wanted))];
    }

    private static Finding<T> InYearOrAny<T>(Inquiry inquiry, Func<int?, Finding<T>> look)
        where T : PolicyTable => look(inquiry.BenefitYear) is { IsEmpty: false } found ? found : look(null);
}
