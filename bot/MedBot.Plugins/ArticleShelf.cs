using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>Picks the article that answers a topic for a case: place, group and way of paying decide, then the words of the question.</summary>
public sealed class ArticleShelf(ArticleIndex index)
{
    /// <summary>Share of the best score from which a second article is told too.</summary>
    private const double NearlyAsClose = 0.85;

    /// <summary>The articles on the topic that hold for the case, best first.</summary>
    public ImmutableArray<Article> On(Topic topic, Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var candidates = index.Articles.Where(article => article.Topics.Contains(topic) && Applies(article, inquiry)).ToList();
        if (candidates.Count < 2)
            return [.. candidates];

        var nearness = index.Search(inquiry.Text, inquiry.Place, index.Articles.Length).ToDictionary(hit => hit.Article.Record.Id, hit => hit.Nearness);
        return
        [
            .. candidates
                .OrderByDescending(article => Score(article, topic, inquiry, nearness.GetValueOrDefault(article.Record.Id)))
                .ThenBy(article => article.Record.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The best article on the topic, and the next one when its words are nearly as close to the question.</summary>
    public ImmutableArray<Article> BestOn(Topic topic, Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var all = On(topic, inquiry);
        if (all.Length < 2)
            return all;
        var nearness = index.Search(inquiry.Text, inquiry.Place, index.Articles.Length).ToDictionary(hit => hit.Article.Record.Id, hit => hit.Nearness);
        var isClose = nearness.GetValueOrDefault(all[1].Record.Id) >= NearlyAsClose && nearness.GetValueOrDefault(all[1].Record.Id) >= NearlyAsClose * nearness.GetValueOrDefault(all[0].Record.Id);
        return isClose ? all[..2] : all[..1];
    }

    /// <summary>The article whose words are closest to the question, whatever its topic; null when none is close enough to show.</summary>
    public Article? Closest(Inquiry inquiry, Closeness least)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return index.Search(inquiry.Text, inquiry.Place, index.Articles.Length)
            .Where(hit => Applies(hit.Article, inquiry) && hit.Relevance >= least.Relevance && hit.Coverage >= least.Coverage)
            .Select(hit => hit.Article)
            .FirstOrDefault();
    }

    /// <summary>An article for another place, another way of paying or another group does not answer.</summary>
    private static bool Applies(Article article, Inquiry inquiry) =>
        inquiry.Place.LiesIn(article.Record.Region)
        && (article.Channel is null || inquiry.Channel is null || article.Channel == inquiry.Channel)
        && (article.Persons.IsEmpty || inquiry.Persons.IsEmpty || article.Persons.Intersect(inquiry.Persons).Any());

    private static double Score(Article article, Topic topic, Inquiry inquiry, double nearness)
    {
        var score = 6 * nearness;
        score += article.Topics[0] == topic ? 1 : 0;
        score += article.IsLead ? 1 : 0;
        score += (int)article.Record.Region.Level;
        score += article.Channel is { } channel && channel == inquiry.Channel ? 4 : 0;
        score += article.Persons.Intersect(inquiry.Persons).Any() ? 2 : article.Persons.IsEmpty ? 0 : -2;
        score -= article.Record.Validity.StatusOn(inquiry.Today) == PeriodStatus.Current ? 0 : 3;
        return score;
    }
}
