using System.Collections.Immutable;
using MedBot.Policy.Figures;

namespace MedBot.Policy.Records;

/// <summary>Records that contradict each other and that staff have not settled: residents see both sides.</summary>
/// <param name="Id">C01 …; records name it.</param>
/// <param name="Title">What the contradiction is about.</param>
/// <param name="Told">What residents are told, both sides named; every number in it stands in one of the sides' figures.</param>
/// <param name="Sides">The figures that back the numbers in <paramref name="Told"/>, one for each number.</param>
/// <param name="Records">The records that are its sides.</param>
/// <param name="Origin">File and line, for staff.</param>
public sealed record Conflict(string Id, string Title, string Told, ImmutableArray<Figure> Sides, ImmutableArray<PolicyRecord> Records, string Origin);
