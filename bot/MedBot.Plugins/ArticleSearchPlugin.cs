using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;

namespace MedBot.Plugins;

/// <summary>Finds articles by the words of a question alone, whatever it was taken for.</summary>
public sealed class ArticleSearchPlugin(PolicyBook book, ArticleShelf shelf)
{
    /// <summary>Below this a find by words alone is a chance hit, and nothing is better than it.</summary>
    private static readonly Closeness Showable = new(0.5, 0.4);

    /// <summary>What no table and no intent answers: the nearest article, said to be a find and not an answer; null when none is near enough.</summary>
    public Answer? Find(Inquiry inquiry) => (shelf.WrittenFor(inquiry) ?? shelf.PerhapsMeant(inquiry) ?? shelf.Closest(inquiry, Showable)) is { } article
        ? new AnswerComposer(book, inquiry).Say("没有直接对应的答案，最接近的资料是：").Tell(article).Build()
        : null;

    /// <summary>An answer with the article beside it that speaks of just what was asked, if there is one that it does not tell already.</summary>
    public Answer AddTo(Answer answer, Topic topic, Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if ((shelf.WrittenFor(inquiry) ?? shelf.SpeakingOf(topic, inquiry)) is not { } article || Tells(answer, article))
            return answer;
        return answer.Beside(new AnswerComposer(book, inquiry).Tell(article).Build());
    }

    private static bool Tells(Answer answer, Article article) =>
        answer.Summary.Contains(article.Summary, StringComparison.Ordinal) || answer.Details.Contains(article.Summary);
}

/// <summary>How close an article must be to a question.</summary>
/// <param name="Relevance">Least relevance, 0 to 1.</param>
/// <param name="Coverage">Least share of the question's telling words, 0 to 1.</param>
public sealed record Closeness(double Relevance, double Coverage);
