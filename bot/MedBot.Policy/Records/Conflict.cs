using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;

namespace MedBot.Policy.Records;

/// <summary>
/// Records that contradict each other and that staff have not settled: residents see the sides that concern their place.
/// Every number in the texts stands in one of the records' figures.
/// </summary>
/// <param name="Id">C01 …; records name it.</param>
/// <param name="Title">What the contradiction is about.</param>
/// <param name="Told">What every resident is told of it.</param>
/// <param name="Sides">What only those in a place are told besides.</param>
/// <param name="Advice">What to do, told last; null when nothing in particular.</param>
/// <param name="Records">The records that are its sides.</param>
/// <param name="Origin">File and line, for staff.</param>
public sealed record Conflict(
    string Id,
    string Title,
    Statement Told,
    ImmutableArray<ConflictSide> Sides,
    string? Advice,
    ImmutableArray<PolicyRecord> Records,
    string Origin)
{
    /// <summary>What a resident of the place is told.</summary>
    /// <param name="place">Where the person is insured.</param>
    /// <param name="persons">The groups that the person belongs to.</param>
    public string TextFor(Region place, ImmutableArray<Person> persons) => string.Concat([Told.Text, .. SidesFor(place, persons).Select(side => side.Says.Text), Advice]);

    /// <summary>The figures behind the numbers in <see cref="TextFor"/>.</summary>
    public IEnumerable<Figure> FiguresFor(Region place, ImmutableArray<Person> persons) => Told.Figures.Concat(SidesFor(place, persons).SelectMany(side => side.Says.Figures));

    private IEnumerable<ConflictSide> SidesFor(Region place, ImmutableArray<Person> persons) =>
        Sides.Where(side => place.LiesIn(side.Region) && (side.Persons.IsEmpty || side.Persons.Any(person => persons.Contains(person))));
}

/// <summary>A text with the figures that back its numbers.</summary>
public sealed record Statement(string Text, ImmutableArray<Figure> Figures);

/// <summary>What the records of a place say in a contradiction.</summary>
/// <param name="Region">Whose residents are told it.</param>
/// <param name="Persons">The groups that it is about; empty for everybody.</param>
/// <param name="Says">What the records say.</param>
public sealed record ConflictSide(Region Region, ImmutableArray<Person> Persons, Statement Says);
