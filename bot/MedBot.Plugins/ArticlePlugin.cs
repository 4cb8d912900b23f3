using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Answers a topic from its articles: how to pay, where to see a payment, how to move, how to use the card.</summary>
public sealed class ArticlePlugin(PolicyBook book, ArticleShelf shelf, Topic topic, string subject) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var articles = shelf.On(topic, inquiry);
        var composer = new AnswerComposer(book, inquiry);
        if (articles.IsEmpty)
        {
            return composer.Say($"{inquiry.Place.FullName}的{subject}还没有收录。").PointTo(ContactPurpose.Insurance)
                .Next("什么时候交", "住院能报多少", "怎么用手机交").Build(AnswerKind.NotPublished);
        }

        var told = shelf.BestOn(topic, inquiry);
        var best = told[0];
        composer.Tell(best);
        if (told.Length > 1)
            composer.TellBeside(told[1]);
        // What another article says of the same way of paying, this one says for the place.
        var others = articles.Skip(1).Take(2).Where(article => !article.Questions.IsEmpty && (article.Channel is null || article.Channel != best.Channel));
        composer.Next(others.Select(article => article.Questions[0]));
        if (inquiry.Region is { } region && best.Record.Region != region)
            composer.NameLayer(best.Record.Region, subject);
        return composer.Build();
    }
}

/// <summary>Puts an article into an answer.</summary>
internal static class ArticleText
{
    public static AnswerComposer Tell(this AnswerComposer composer, Article article)
    {
        composer.Say(article.Summary).Rest(article.Record);
        foreach (var line in article.Details)
            composer.Detail(line);
        return composer.Show(article.Figures).Next(article.FollowUps);
    }

    /// <summary>Adds an article below an answer that stands without it.</summary>
    public static AnswerComposer TellBeside(this AnswerComposer composer, Article article)
    {
        composer.Detail(article.Summary).Rest(article.Record);
        foreach (var line in article.Details)
            composer.Detail(line);
        return composer.Show(article.Figures);
    }
}
