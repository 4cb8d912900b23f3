using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Which rows of the care tables apply to a case.</summary>
internal static class CareTerms
{
    /// <summary>True when it is about high blood pressure or diabetes (两病), whose drugs have terms of their own.</summary>
    public static bool IsForTwoDiseases(Inquiry inquiry) => inquiry.Treatment is "高血压" or "糖尿病";

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

    private static bool HasRatio(InpatientTable table, Inquiry inquiry) =>
        table.GeneralRatio is not null || RowsFor(table, inquiry).Any(row => row.Ratio is not null);

    /// <summary>The rows of exactly the level, else those of the level that stands for it.</summary>
    private static List<T> OfLevel<T>(IReadOnlyList<T> rows, Func<T, HospitalLevel?> levelOf, HospitalLevel? asked)
    {
        var exact = rows.Where(row => levelOf(row) is { } level && level == asked).ToList();
        return exact.Count > 0 ? exact : [.. rows.Where(row => levelOf(row) is { } level && asked is { } wanted && SameLevel(level, wanted))];
    }

    private static Finding<T> InYearOrAny<T>(Inquiry inquiry, Func<int?, Finding<T>> look)
        where T : PolicyTable => look(inquiry.BenefitYear) is { IsEmpty: false } found ? found : look(null);
}
