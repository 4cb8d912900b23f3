namespace MedBot.Benchmarks.Search;

/// <summary>A question with the ids of the rows that answer it.</summary>
public sealed record JudgedQuery(string Text, IReadOnlySet<string> Relevant);
