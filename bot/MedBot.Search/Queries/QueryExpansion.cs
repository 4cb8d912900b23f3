namespace MedBot.Search.Queries;

/// <summary>Another way to say a part of the query: a synonym or the official name.</summary>
/// <param name="Start">Where the part that it stands for begins in the query's text.</param>
/// <param name="Length">How long that part is; zero when the expansion stands for no part.</param>
/// <param name="Text">The other wording.</param>
/// <param name="Weight">How much it counts beside the wording used, from 0 to 1.</param>
public readonly record struct QueryExpansion(int Start, int Length, string Text, float Weight);
