using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Care outside the place of insurance (异地就医): how to file, and what is paid by the place's own rule.</summary>
public sealed class RemoteCarePlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = book.Find<InpatientTable>(inquiry.Place, inquiry.Today, condition: table => !table.Elsewhere.IsEmpty);
        var composer = new AnswerComposer(book, inquiry);
        foreach (var table in found.Tables)
        {
            foreach (var rule in table.Elsewhere)
                composer.Say($"{found.Layer.FullName}，{ElsewhereText.Of(rule)}").Show(rule.Figures);
            composer.Rest(table.Record);
        }
        var articles = shelf.On(Topic.RemoteCare, inquiry);
        if (!articles.IsEmpty)
        {
            if (found.IsEmpty)
                composer.Tell(articles[0]);
            else
                composer.TellBeside(articles[0]);
        }
        if (inquiry.Region is null)
            return composer.AskPlace<InpatientTable>(table => !table.Elsewhere.IsEmpty).Build(AnswerKind.AskBack);
        if (found.IsEmpty)
            composer.Detail($"没有收录{inquiry.Place.FullName}异地就医的报销比例。").PointTo(ContactPurpose.Insurance);
        return composer.Next("住院能报多少", "医保电话是多少").Build(found.IsEmpty ? AnswerKind.NotPublished : AnswerKind.Answer);
    }
}
