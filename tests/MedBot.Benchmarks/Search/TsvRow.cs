namespace MedBot.Benchmarks.Search;

/// <summary>One row of a collection file.</summary>
public sealed record TsvRow(string Id, string Title, string Body);
