using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Articles.Likeness;
using MedBot.Policy.Care;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>Picks the article that answers a topic for a case: its likeness to the question, then place, group and way of paying.</summary>
public sealed class ArticleShelf(ArticleIndex index)
{
    /// <summary>Share of the best article's likeness from which a second article is told too.</summary>
    private const double NearlyAsLike = 0.7;

    /// <summary>Likeness to a sample question from which a second article is told too.</summary>
    private const double LikeEnoughBeside = 0.25;

    /// <summary>Likeness to a sample question from which an article was written for the question.</summary>
    private const double SameQuestion = 0.5;

    /// <summary>Likeness as a whole from which an article that stands out was written for the question.</summary>
    private const double SameMatter = 0.5;

    /// <summary>Likeness as a whole from which an article on the topic speaks of what is asked.</summary>
    private const double PartOfMatter = 0.38;

    /// <summary>Likeness as a whole from which an article may be what was meant.</summary>
    private const double GoodGuess = 0.4;

    /// <summary>Likeness as a whole from which an article that stands out may be what was meant.</summary>
    private const double Guess = 0.33;

    /// <summary>Share of a question's words, rare ones counting most, that such an article holds.</summary>
    private const double EnoughHeld = 0.5;

    /// <summary>Letters below which nothing can be guessed: 那个啥.</summary>
    private const int ShortestQuestion = 4;

    /// <summary>How many times as like as the next one an article must be to stand out.</summary>
    private const double StandsOut = 1.4;

    /// <summary>What being told first is worth.</summary>
    private const double LeadsBy = 0.4;

    /// <summary>What it is worth more when no sample question is anything like the question.</summary>
    private const double LeadsMoreBy = 1;

    /// <summary>Likeness to a sample question from which it is worth no more.</summary>
    private const double LeadsMoreBelow = 0.3;

    private static readonly ImmutableArray<Person> Young = [Person.Newborn, Person.Child, Person.Student];

    /// <summary>The articles on the topic that hold for the case, best first.</summary>
    public ImmutableArray<Article> On(Topic topic, Inquiry inquiry) => [.. Ranked(topic, inquiry).Select(found => found.Article)];

    /// <summary>The best article on the topic, and the next one when it is nearly as much what is asked.</summary>
    public ImmutableArray<Article> BestOn(Topic topic, Inquiry inquiry) => Ranked(topic, inquiry) switch
    {
        [var first, var second, ..] when second.Sample >= LikeEnoughBeside && second.Whole >= NearlyAsLike * first.Whole => [first.Article, second.Article],
        [var first, ..] => [first.Article],
        _ => [],
    };

    /// <summary>The article that was written for the question, whatever its topic; null when there is none.</summary>
    public Article? WrittenFor(Inquiry inquiry) => Nearest(inquiry) switch
    {
        [var first, ..] when first.Sample >= SameQuestion => first.Article,
        [var first, var second, ..] when first.Whole >= SameMatter && first.Whole >= StandsOut * second.Whole => first.Article,
        _ => null,
    };

    /// <summary>The article on the topic that speaks of what is asked, if only in part; null when none does.</summary>
    public Article? SpeakingOf(Topic topic, Inquiry inquiry) =>
        Ranked(topic, inquiry) is [var first, ..] && first.Sample >= LikeEnoughBeside && first.Whole >= PartOfMatter ? first.Article : null;

    /// <summary>The article that may be meant by a question that was not understood; null when none stands out.</summary>
    public Article? PerhapsMeant(Inquiry inquiry) => inquiry.Text.Count(char.IsLetter) < ShortestQuestion ? null : Nearest(inquiry) switch
    {
        [var first, ..] when !HoldsEnough(first.Article, inquiry.Text) => null,
        [var first, ..] when first.Whole >= GoodGuess => first.Article,
        [var first, var second, ..] when first.Whole >= Guess && first.Whole >= StandsOut * second.Whole => first.Article,
        _ => null,
    };

    /// <summary>The article that holds the question's words, whatever its topic; null when none is close enough to show.</summary>
    public Article? Closest(Inquiry inquiry, Closeness least)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        if (inquiry.Text.Count(char.IsLetter) < ShortestQuestion)
            return null;
        return index.Search(inquiry.Text, inquiry.Place, index.Articles.Length)
            .Where(hit => Applies(hit.Article, inquiry) && hit.Relevance >= least.Relevance && hit.Coverage >= least.Coverage)
            .Select(hit => hit.Article)
            .FirstOrDefault();
    }

    /// <summary>False when the rare words of the question are not in the article: 献血能报销吗 is like 生娃能报销吗, and asks for something else.</summary>
    private bool HoldsEnough(Article article, string question) =>
        index.Coverage(question, [string.Join('\n', [article.Title, .. article.Questions, article.Summary, .. article.Details])])[0] >= EnoughHeld;

    private ImmutableArray<ArticleLikeness> Nearest(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        ArticleLikeness? first = null, second = null;
        foreach (var found in LikenessesTo(inquiry))
        {
            // Of two that are as like, the one that stands first.
            if (second?.Whole >= found.Whole || !Applies(found.Article, inquiry))
                continue;
            if (first?.Whole >= found.Whole)
                second = found;
            else
                (second, first) = (first, found);
        }

        return (first, second) switch
        {
            ({ } nearest, { } next) => [nearest, next],
            ({ } only, null) => [only],
            _ => [],
        };
    }

    private ImmutableArray<ArticleLikeness> Ranked(Topic topic, Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var onTopic = LikenessesTo(inquiry).Where(found => found.Article.Topics.Contains(topic) && Applies(found.Article, inquiry)).ToList();
        var mostLike = onTopic.Count == 0 ? 0 : onTopic.Max(found => found.Sample);
        return
        [
            .. onTopic
                .OrderByDescending(found => Fitness(found, inquiry) + (found.Article.Topics[0] == topic ? 0.5 : 0) + (found.Article.IsLead ? LeadsBy + (LeadsMoreBy * Math.Max(0, 1 - (mostLike / LeadsMoreBelow))) : 0))
                .ThenBy(found => found.Article.Record.Id, StringComparer.Ordinal),
        ];
    }

    private ImmutableArray<ArticleLikeness> LikenessesTo(Inquiry inquiry) =>
        inquiry.Likenesses.IsDefault ? index.LikenessTo(inquiry.Text) : inquiry.Likenesses;

    /// <summary>An article for another place or another group does not answer.</summary>
    private static bool Applies(Article article, Inquiry inquiry) =>
        inquiry.Place.LiesIn(article.Record.Region)
        && (article.Persons.IsEmpty || inquiry.Persons.IsEmpty || article.Persons.Any(person => IsOrMayBe(person, inquiry)));

    /// <summary>A child may be a newborn: people say 娃 for both.</summary>
    private static bool IsOrMayBe(Person person, Inquiry inquiry) =>
        inquiry.Is(person) || (Young.Contains(person) && inquiry.Persons.Any(asked => Young.Contains(asked)));

    private static double Fitness(ArticleLikeness found, Inquiry inquiry)
    {
        var article = found.Article;
        return (3 * found.Whole)
            + (0.8 * (int)article.Record.Region.Level)
            + OfChannel(article.Channel, inquiry.Channel)
            + (article.Persons.Any(inquiry.Is) ? 1 : article.Persons.IsEmpty || article.Persons.Any(person => IsOrMayBe(person, inquiry)) ? 0 : -1)
            - (article.Record.Validity.StatusOn(inquiry.Today) == PeriodStatus.Current ? 0 : 2);
    }

    /// <summary>Steps for another way of paying rarely answer, those for the asked one nearly always do; 手机上 names no one way.</summary>
    private static double OfChannel(PayChannel? article, PayChannel? asked) => (article, asked) switch
    {
        (null, _) or (_, null) => 0,
        _ when article == asked => 1,
        (PayChannel.Terminal or PayChannel.Cash or PayChannel.Village, PayChannel.Online) => -1,
        (_, PayChannel.Online) or (PayChannel.Online, _) => 0,
        _ => -1,
    };
}
