using System.Collections.Immutable;
using MedBot.Search.Documents;
using MedBot.Search.Queries;
using MedBot.Search.Scoring;
using MedBot.Segmentation;

namespace MedBot.Search.Tests;

/// <summary>The segmenter that all tests share, and short ways to build and ask an index.</summary>
internal static class SearchFixture
{
    public static Segmenter Segmenter { get; } = Segmenter.CreateDefault();

    public static SearchIndex Index(params SearchDocument[] documents) => SearchIndex.Build(documents, Segmenter);

    public static SearchIndex Index(SearchScoring scoring, params SearchDocument[] documents) => SearchIndex.Build(documents, Segmenter, scoring);

    public static SearchDocument Text(string id, string body) => new(id) { Body = body };

    public static ImmutableArray<string> Ids(this SearchIndex index, string text) => index.Ids(new SearchQuery(text));

    public static ImmutableArray<string> Ids(this SearchIndex index, SearchQuery query) => [.. index.Search(query).Hits.Select(hit => hit.DocumentId)];
}
