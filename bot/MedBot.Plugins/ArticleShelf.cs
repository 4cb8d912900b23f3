using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>Picks the article that answers a topic for a case: place, group and way of paying decide, then the words of the question.</summary>
public sealed class ArticleShelf(IEnumerable<Article> articles)
{
    private readonly ImmutableArray<Article> _articles = [.. articles];

    /// <summary>The articles on the topic that hold for the case, best first.</summary>
    public ImmutableArray<Article> On(Topic topic, Inquiry inquiry) =>
    [
        .. _articles
            .Where(article => article.Topics.Contains(topic) && Applies(article, inquiry))
            .Select(article => (article, score: Score(article, topic, inquiry)))
            .OrderByDescending(pair => pair.score)
            .ThenBy(pair => pair.article.Record.Id, StringComparer.Ordinal)
            .Select(pair => pair.article),
    ];

    /// <summary>The article whose words are closest to the question, whatever its topic; null when none is as like as asked.</summary>
    public Article? Closest(Inquiry inquiry, double leastLikeness) => _articles
        .Where(article => Applies(article, inquiry))
        .Select(article => (article, likeness: Likeness(article, inquiry.Text)))
        .Where(pair => pair.likeness >= leastLikeness)
        .OrderByDescending(pair => pair.likeness)
        .Select(pair => pair.article)
        .FirstOrDefault();

    /// <summary>An article for another place, another way of paying or another group does not answer.</summary>
    private static bool Applies(Article article, Inquiry inquiry) =>
        inquiry.Place.LiesIn(article.Record.Region)
        && (article.Channel is null || inquiry.Channel is null || article.Channel == inquiry.Channel)
        && (article.Persons.IsEmpty || inquiry.Persons.IsEmpty || article.Persons.Intersect(inquiry.Persons).Any());

    private static double Score(Article article, Topic topic, Inquiry inquiry)
    {
        var score = 4 * Likeness(article, inquiry.Text);
        score += article.Topics[0] == topic ? 1 : 0;
        score += (int)article.Record.Region.Level;
        score += article.Channel is { } channel && channel == inquiry.Channel ? 4 : 0;
        score += article.Persons.Intersect(inquiry.Persons).Any() ? 2 : article.Persons.IsEmpty ? 0 : -2;
        score -= article.Record.Validity.StatusOn(inquiry.Today) == PeriodStatus.Current ? 0 : 3;
        return score;
    }

    /// <summary>Share of the question's character pairs that stand in the title or in one of the sample questions: 0 to 1.</summary>
    private static double Likeness(Article article, string question)
    {
        var pairs = Pairs(question);
        if (pairs.Count == 0)
            return 0;
        return article.Questions.Append(article.Title).Append(article.Summary)
            .Max(text => pairs.Count(Pairs(text).Contains) / (double)pairs.Count);
    }

    private static HashSet<(char, char)> Pairs(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).ToArray();
        return [.. letters.Skip(1).Zip(letters, (second, first) => (first, second))];
    }
}
