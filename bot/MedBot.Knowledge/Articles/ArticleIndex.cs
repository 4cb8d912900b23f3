using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Knowledge.Articles.Likeness;
using MedBot.Policy.Records;
using MedBot.Search;
using MedBot.Search.Documents;
using MedBot.Search.Queries;
using MedBot.Segmentation;

namespace MedBot.Knowledge.Articles;

/// <summary>The articles, searchable by the words of a question. Immutable and thread-safe; built once for each state of the knowledge.</summary>
public sealed class ArticleIndex
{
    private readonly SearchIndex _index;
    /// <summary>What the ordinary spelling of a question counts for beside its own words.</summary>
    private const float SpellingWeight = 0.5f;

    private readonly LikenessIndex _likeness;
    private readonly Func<string, string> _comparable;
    private readonly FrozenDictionary<string, Article> _byId;

    private ArticleIndex(SearchIndex index, LikenessIndex likeness, FrozenDictionary<string, Article> byId, Func<string, string> comparable) =>
        (_index, _likeness, _byId, _comparable) = (index, likeness, byId, comparable);

    public ImmutableArray<Article> Articles => _byId.Values;

    /// <param name="articles">What can be found.</param>
    /// <param name="segmenter">Cuts articles and questions into words.</param>
    /// <param name="comparable">What of a text is compared: ordinary spelling, without places and fillers.</param>
    public static ArticleIndex Build(ImmutableArray<Article> articles, Segmenter segmenter, Func<string, string> comparable) =>
        new(SearchIndex.Build([.. articles.Select(DocumentOf)], segmenter), new LikenessIndex(articles, comparable), articles.ToFrozenDictionary(article => article.Record.Id), comparable);

    /// <summary>How much each article is what a question asks for, in no order.</summary>
    public ImmutableArray<ArticleLikeness> LikenessTo(string question) => _likeness.Of(question);

    /// <summary>The share of a question that each text holds, rare pairs of characters counting most, 0 to 1, in the order of the texts.</summary>
    public ImmutableArray<double> Coverage(string question, IEnumerable<string> texts) => _likeness.Coverage(question, texts);

    /// <summary>The articles that hold for the place and have words of the question, best first.</summary>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="place">Only articles of this place and of the layers above it.</param>
    /// <param name="top">How many at most.</param>
    public IEnumerable<ArticleHit> Search(string question, Region place, int top)
    {
        ArgumentNullException.ThrowIfNull(place);
        var ordinary = _comparable(question);
        QueryExpansion[] expansions = ordinary == question ? [] : [new QueryExpansion(0, 0, ordinary, SpellingWeight)];
        var query = new SearchQuery(question) { Expansions = [.. expansions], RegionLayers = [.. place.Layers().Select(layer => layer.Code)], Top = top };
        var hits = _index.Search(query).Hits;
        return hits.Select(hit => new ArticleHit(
            _byId[hit.DocumentId],
            hits[0].Score > 0 ? hit.Score / hits[0].Score : 0,
            hit.IsStoredQuestion ? 1 : hit.Relevance,
            hit.IsStoredQuestion ? 1 : hit.Coverage,
            () => hit.Explain().ToString()));
    }

    private static SearchDocument DocumentOf(Article article) => new(article.Record.Id)
    {
        Title = article.Title,
        Questions = article.Questions,
        Body = string.Join('\n', article.Details.Prepend(article.Summary)),
        Region = article.Record.Region.Code,
        From = article.Record.Validity.First,
        To = article.Record.Validity.Last,
    };
}

/// <summary>An article found by the words of a question.</summary>
/// <param name="Nearness">Its score as a share of the best hit's, 0 to 1: to choose between hits of one question.</param>
/// <param name="Relevance">0 to 1, comparable between questions; 1 when the question repeats a sample question.</param>
/// <param name="Coverage">Share of the question's telling words that the article holds, 0 to 1.</param>
/// <param name="Explain">How the score came about, a line for each part.</param>
public sealed record ArticleHit(Article Article, double Nearness, double Relevance, double Coverage, Func<string> Explain);
