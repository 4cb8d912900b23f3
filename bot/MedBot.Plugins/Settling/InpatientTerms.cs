using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins.Settling;

/// <summary>The terms by which one stay is settled. Never those of another group or level.</summary>
/// <param name="Layer">The layer whose ratio it is.</param>
/// <param name="Group">Whose ratio it is.</param>
/// <param name="Conditions">Conditions of the rows in words.</param>
internal sealed record InpatientTerms(Region Layer, Person Group, BillTerms Terms, ImmutableArray<string> Conditions)
{
    /// <summary>The terms of the nearest layer that gives this person a ratio at this level; null when none does.</summary>
    public static InpatientTerms? Find(PolicyBook book, Inquiry inquiry, HospitalLevel? level)
    {
        var ratios = Best(book, inquiry, inquiry.BenefitYear, level);
        if (ratios is null && inquiry.BenefitYear is not null)
            ratios = Best(book, inquiry, null, level);
        if (ratios is not var (layer, status, table, row))
            return null;

        var beside = book.At<InpatientTable>(layer, inquiry.Today, inquiry.BenefitYear, other => other.Record.Validity.StatusOn(inquiry.Today) == status).Tables;
        if (beside.IsEmpty)
            beside = [table];
        var deductibles = Fitting(beside, inquiry, level, other => other.Deductible is not null);
        var deductible = row.Deductible is null || deductibles.Any(other => Rank(other.Row, inquiry, level) < Rank(row, inquiry, level))
            ? deductibles.Select(other => other.Row).MinBy(other => Rank(other, inquiry, level))
            : row;
        var terms = new BillTerms(row.Ratio!, deductible?.Deductible, table.AnnualCeiling ?? beside.Select(other => other.AnnualCeiling).FirstOrDefault(figure => figure is not null))
        {
            LaterDeductible = deductible?.LaterDeductible,
            ClassBFirstPay = table.ClassBFirstPay ?? beside.Select(other => other.ClassBFirstPay).FirstOrDefault(figure => figure is not null),
            SeriousIllness = SeriousIllnessLookup.Find(book, inquiry),
            Aid = AidLookup.ForStay(book, inquiry),
        };
        var conditions = new[] { row.Condition, deductible?.Condition }.OfType<string>().Distinct();
        return new InpatientTerms(layer, row.Group, terms, [.. conditions]);
    }

    /// <summary>Levels for which the place gives this person ratios of their own.</summary>
    public static ImmutableArray<HospitalLevel> LevelsKnown(PolicyBook book, Inquiry inquiry)
    {
        foreach (var layer in inquiry.Place.Layers())
        {
            var tables = book.At<InpatientTable>(layer, inquiry.Today, condition: table => table.Rows.Any(row => HasRatio(row, inquiry))).Tables;
            if (!tables.IsEmpty)
                return [.. tables.SelectMany(table => table.Rows).Where(row => HasRatio(row, inquiry)).Select(row => row.Level).OfType<HospitalLevel>().Distinct().Order()];
        }
        return [];

        static bool HasRatio(InpatientRow row, Inquiry inquiry) => row.Ratio is not null && CareTerms.GroupFit(row.Group, inquiry) is not null;
    }

    private static (Region Layer, PeriodStatus Status, InpatientTable Table, InpatientRow Row)? Best(PolicyBook book, Inquiry inquiry, int? year, HospitalLevel? level)
    {
        var found = book.Find<InpatientTable>(inquiry.Place, inquiry.Today, year, table => table.Rows.Any(row => row.Ratio is not null && Rank(row, inquiry, level) is not null));
        return Fitting(found.Tables, inquiry, level, row => row.Ratio is not null)
            .OrderBy(fit => Rank(fit.Row, inquiry, level))
            .ThenBy(fit => fit.Table.Record.Confidence)
            .Select(fit => ((Region, PeriodStatus, InpatientTable, InpatientRow)?)(found.Layer, found.Status, fit.Table, fit.Row))
            .FirstOrDefault();
    }

    private static IEnumerable<(InpatientTable Table, InpatientRow Row)> Fitting(ImmutableArray<InpatientTable> tables, Inquiry inquiry, HospitalLevel? level, Func<InpatientRow, bool> has) =>
        from table in tables
        from row in table.Rows
        where has(row) && Rank(row, inquiry, level) is not null
        select (table, row);

    /// <summary>The person's own group before the level: a group's deductible holds whatever the level's row says.</summary>
    private static int? Rank(InpatientRow row, Inquiry inquiry, HospitalLevel? level) =>
        CareTerms.GroupFit(row.Group, inquiry) is { } group && CareTerms.LevelFit(row.Level, level) is { } at ? (group * 10) + at : null;
}
