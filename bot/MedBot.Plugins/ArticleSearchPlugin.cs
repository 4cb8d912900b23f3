using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;

namespace MedBot.Plugins;

/// <summary>Answers what no table and no intent answers with the best article, said to be a find and not an answer.</summary>
public sealed class ArticleSearchPlugin(PolicyBook book, ArticleShelf shelf)
{
    private const double LeastRelevance = 0.25;
    private const double LeastCoverage = 0.6;

    /// <summary>The find, or null when nothing is close enough to show.</summary>
    public Answer? Find(Inquiry inquiry) => shelf.Closest(inquiry, LeastRelevance, LeastCoverage) is { } article
        ? new AnswerComposer(book, inquiry).Say("没有直接对应的答案，最接近的资料是：").Tell(article).Build()
        : null;
}
