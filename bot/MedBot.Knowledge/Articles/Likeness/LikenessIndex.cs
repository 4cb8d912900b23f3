using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedBot.Knowledge.Articles.Likeness;

/// <summary>
/// Says how much a question is like the questions that articles are written for, and like what they say: the cosine of
/// characters and pairs of characters, each weighed by its rarity among the sample questions. Immutable and thread-safe.
/// </summary>
internal sealed class LikenessIndex
{
    private readonly ImmutableArray<Article> _articles;
    private readonly FrozenDictionary<uint, Posting[]> _postings;
    private readonly FrozenDictionary<uint, double> _rarity;
    private readonly double _unknown;
    private readonly ImmutableArray<TextPlace> _texts;
    private readonly Func<string, string> _comparable;

    /// <param name="articles">What can be found.</param>
    /// <param name="comparable">What of a text is compared, of samples as of questions.</param>
    public LikenessIndex(ImmutableArray<Article> articles, Func<string, string> comparable)
    {
        _articles = articles;
        _comparable = comparable;
        var texts = articles.SelectMany((article, number) => TextsOf(article, number)).ToList();
        _texts = [.. texts.Select(text => text.Place)];
        var features = texts.AsParallel().AsOrdered().Select(text => Features.Of(comparable(text.Text))).ToList();
        var samples = features.Where((_, i) => _texts[i].Kind == TextKind.Sample).ToList();
        _rarity = samples.SelectMany(counts => counts.Keys).CountBy(key => key).ToFrozenDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)samples.Count / pair.Value)));
        _unknown = Math.Log(1 + samples.Count);
        var postings = new Dictionary<uint, List<Posting>>();
        for (var text = 0; text < features.Count; text++)
        {
            foreach (var (key, weight) in Weighed(features[text], isLong: _texts[text].Kind != TextKind.Sample))
            {
                if (!postings.TryGetValue(key, out var list))
                    postings[key] = list = [];
                list.Add(new Posting(text, (float)weight));
            }
        }
        _postings = postings.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }

    /// <summary>Every article's likeness to a question, in the order in which the articles were given.</summary>
    public ImmutableArray<ArticleLikeness> Of(string question)
    {
        var cosines = ArrayPool<double>.Shared.Rent(_texts.Length);
        Array.Clear(cosines, 0, _texts.Length);
        foreach (var (key, weight) in AskedIn(question).Unit)
        {
            if (!_postings.TryGetValue(key, out var list))
                continue;
            foreach (var posting in list)
                cosines[posting.Text] += weight * posting.Weight;
        }

        var found = new LikenessSum[_articles.Length];
        for (var text = 0; text < _texts.Length; text++)
        {
            if (cosines[text] > 0)
                found[_texts[text].Article].Add(cosines[text], isSample: _texts[text].Kind == TextKind.Sample);
        }

        ArrayPool<double>.Shared.Return(cosines);
        var likenesses = ImmutableArray.CreateBuilder<ArticleLikeness>(_articles.Length);
        for (var article = 0; article < found.Length; article++)
            likenesses.Add(new ArticleLikeness(_articles[article], found[article].Best, found[article].Whole));
        return likenesses.MoveToImmutable();
    }

    /// <summary>The share of a question that each text holds, rare pairs of characters counting most, 0 to 1, in the order of the texts.</summary>
    public ImmutableArray<double> Coverage(string question, IEnumerable<string> texts)
    {
        var asked = AskedIn(question);
        var seen = new bool[asked.Unit.Length];
        return [.. texts.Select(text => asked.ShareIn(text, seen))];
    }

    // A turn weighs one question several times, on one thread.
    private AskedQuestion AskedIn(string question)
    {
        if (_lastAsked is { } last && ReferenceEquals(last.Index, this) && ReferenceEquals(last.Question, question))
            return last.Asked;
        var asked = new AskedQuestion([.. Features.Of(_comparable(question)).Select(pair => (pair.Key, pair.Value * _rarity.GetValueOrDefault(pair.Key, _unknown)))]);
        _lastAsked = new LastAsked(this, question, asked);
        return asked;
    }

    [ThreadStatic]
    private static LastAsked? _lastAsked;

    private sealed record LastAsked(LikenessIndex Index, string Question, AskedQuestion Asked);

    private static IEnumerable<(TextPlace Place, string Text)> TextsOf(Article article, int number)
    {
        foreach (var sample in article.Questions.Prepend(article.Title))
            yield return (new TextPlace(number, TextKind.Sample), sample);
        yield return (new TextPlace(number, TextKind.Said), article.Summary);
        yield return (new TextPlace(number, TextKind.Said), string.Join('\n', article.Details.Prepend(article.Summary)));
    }

    /// <summary>The features as a vector of length one; in long texts what is repeated counts by its logarithm.</summary>
    private IEnumerable<(uint Key, double Weight)> Weighed(Dictionary<uint, double> counts, bool isLong)
    {
        var weighed = counts.Select(pair => (pair.Key, Weight: (isLong && pair.Value > 1 ? 1 + Math.Log(pair.Value) : pair.Value) * _rarity.GetValueOrDefault(pair.Key, _unknown))).ToList();
        var length = Math.Sqrt(weighed.Sum(pair => pair.Weight * pair.Weight));
        return weighed.Select(pair => (pair.Key, pair.Weight / length));
    }

    private enum TextKind
    {
        Sample,
        Said,
    }

    private readonly record struct TextPlace(int Article, TextKind Kind);

    private readonly record struct Posting(int Text, float Weight);
}
