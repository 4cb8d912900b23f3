using System.Collections.Immutable;

namespace MedBot.Search.Documents;

/// <summary>
/// What is indexed: a text with its passages, the questions it answers and the facets that queries filter by.
/// The index keeps a reference to the strings and copies none.
/// </summary>
/// <param name="Id">Given back with every hit.</param>
public sealed record SearchDocument(string Id)
{
    public string Title { get; init; } = "";

    /// <summary>Questions that residents ask and this document answers. An exact repetition of one always ranks first.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>The source text. Passages point into it.</summary>
    public string Body { get; init; } = "";

    /// <summary>The parts of <see cref="Body"/> that can be quoted. Empty: the whole body is one passage.</summary>
    public ImmutableArray<SearchPassage> Passages { get; init; } = [];

    /// <summary>Code of the place it holds for; null holds everywhere.</summary>
    public string? Region { get; init; }

    /// <summary>Topic; null belongs to every topic.</summary>
    public string? Topic { get; init; }

    /// <summary>First day it holds, inside; null when not stated.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it holds, inside; null when not stated.</summary>
    public DateOnly? To { get; init; }
}
