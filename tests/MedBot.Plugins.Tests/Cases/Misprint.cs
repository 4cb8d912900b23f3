using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>One table version with one figure, day or year of it changed by as little as a slip of the finger would.</summary>
/// <param name="Original">The version as it stands in knowledge/.</param>
/// <param name="Changed">The same with the slip in it.</param>
/// <param name="Stood">The figure or record as it stands.</param>
/// <param name="Reads">The figure or record as it reads now.</param>
/// <param name="What">What the slip is, for the report.</param>
internal sealed record Misprint(PolicyTable Original, PolicyTable Changed, object Stood, object Reads, string What)
{
    /// <summary>Every slip that a version can hold: each number up, down and with another bound word, each day a day off, each year a year off, each yes a no, each start of cover another.</summary>
    public static IEnumerable<Misprint> AllOf(PolicyTable table) =>
        table.Figures.SelectMany(figure => OfFigure(table, figure)).Concat(OfRecord(table)).Concat(OfChoices(table));

    /// <summary>A conflict that shows the figure or record, repeating the slip.</summary>
    public Conflict Repeat(Conflict conflict) => Rebuilt.With(conflict, Stood, Reads);

    private static IEnumerable<Misprint> OfFigure(PolicyTable table, Figure figure) =>
        from value in SlipsOf(figure.Value)
        let reads = figure with { Value = value }
        select Of(table, figure, reads, $"{figure.Label} {figure.Text} → {reads.Text}");

    private static IEnumerable<Misprint> OfRecord(PolicyTable table) =>
        from changed in SlipsOf(table.Record)
        select Of(table, table.Record, changed.Record, changed.What);

    private static IEnumerable<Misprint> OfChoices(PolicyTable table) =>
        from choice in Rebuilt.ChoicesIn(table)
        from slip in SlipsOf(choice.Value)
        let reads = Rebuilt.With(choice.Holder, choice.Property, slip)
        select Of(table, choice.Holder, reads, $"{choice.Property.Name} {choice.Value} → {slip}");

    private static IEnumerable<object> SlipsOf(object choice) => choice switch
    {
        bool yes => [!yes],
        // Whom, where and which care a row is for stands in the labels of its figures: such a slip is one of every figure.
        HospitalLevel or Person or CareKind => [],
        CoverStart start => [start == CoverStart.NextYear ? CoverStart.Birth : CoverStart.NextYear],
        ContactPurpose purpose => [purpose == ContactPurpose.SocialSecurity ? ContactPurpose.Payment : ContactPurpose.SocialSecurity],
        YearlyDay day => [new YearlyDay((day.Month % 12) + 1, day.Day), new YearlyDay(day.Month, day.Day + 1)],
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "No slip is known for a choice of this type."),
    };

    private static Misprint Of(PolicyTable table, object stood, object reads, string what) => new(table, Rebuilt.With(table, stood, reads), stood, reads, what);

    private static IEnumerable<FigureValue> SlipsOf(FigureValue value) => value switch
    {
        FigureValue.Number number => SlipsOf(number.Quantity).Select(quantity => new FigureValue.Number(quantity)),
        FigureValue.Day day => [new FigureValue.Day(day.Date.AddDays(-1)), new FigureValue.Day(day.Date.AddDays(1))],
        FigureValue.Characters characters => [new FigureValue.Characters(characters.Text + "0")],
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static IEnumerable<Quantity> SlipsOf(Quantity quantity)
    {
        if (quantity.IsRange)
        {
            yield return Quantity.Between(quantity.Low - 1, quantity.High).WithBound(quantity.Bound);
            yield return Quantity.Between(quantity.Low, quantity.High + 1).WithBound(quantity.Bound);
            yield return quantity.WithBound(quantity.Bound == Bound.Range ? Bound.About : Bound.Range);
            yield return Quantity.Exactly(quantity.Low);
            yield break;
        }

        yield return Quantity.Exactly(quantity.Low + 1).WithBound(quantity.Bound);
        if (quantity.Low >= 1)
            yield return Quantity.Exactly(quantity.Low - 1).WithBound(quantity.Bound);
        yield return quantity.WithBound(quantity.Bound == Bound.Exact ? Bound.AtLeast : Bound.Exact);
    }

    private static IEnumerable<(PolicyRecord Record, string What)> SlipsOf(PolicyRecord record)
    {
        var (first, last) = (record.Validity.First, record.Validity.Last);
        foreach (var days in new[] { -1, 1 })
        {
            if (first is { } from)
                yield return (record with { Validity = new Period(from.AddDays(days), last) }, $"from {from:yyyy-MM-dd} {days:+0;-0} day");
            if (last is { } to)
                yield return (record with { Validity = new Period(first, to.AddDays(days)) }, $"to {to:yyyy-MM-dd} {days:+0;-0} day");
            if (record.BenefitYear is { } year)
                yield return (record with { BenefitYear = year + days }, $"benefit_year {year} → {year + days}");
        }
    }
}
