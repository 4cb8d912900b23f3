using System.Collections.Immutable;
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
    public string TextFor(Region place) => string.Concat([Told.Text, .. SidesFor(place).Select(side => side.Says.Text), Advice]);

    /// <summary>The figures behind the numbers in <see cref="TextFor"/>.</summary>
    public IEnumerable<Figure> FiguresFor(Region place) => Told.Figures.Concat(SidesFor(place).SelectMany(side => side.Says.Figures));

    private IEnumerable<ConflictSide> SidesFor(Region place) => Sides.Where(side => place.LiesIn(side.Region));
}

/// <summary>A text with the figures that back its numbers.</summary>
public sealed record Statement(string Text, ImmutableArray<Figure> Figures);

/// <summary>What the records of a place say in a contradiction.</summary>
public sealed record ConflictSide(Region Region, Statement Says);
