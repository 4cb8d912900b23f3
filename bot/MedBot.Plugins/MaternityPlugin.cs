using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>What is paid for giving birth (生育医疗费用).</summary>
public sealed class MaternityPlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = book.Find<MaternityTable>(inquiry.Place, inquiry.Today);
        var composer = new AnswerComposer(book, inquiry);
        foreach (var table in found.Tables)
        {
            foreach (var row in table.Rows)
            {
                var parts = new[] { row.Ratio is { } ratio ? $"报{ratio.Text}" : null, row.Amount is { } amount ? $"限额{amount.Text}" : null, row.Condition };
                composer.Say($"{found.Layer.FullName}{row.Item}：{string.Join("，", parts.OfType<string>())}。").Show(row.Ratio, row.Amount);
            }
            composer.Rest(table.Record);
        }
        if (found.IsEmpty && shelf.On(Topic.Maternity, inquiry) is [var article, ..])
        {
            composer.Tell(article);
        }
        if (inquiry.Region is null)
            return composer.AskPlace<MaternityTable>().Build(AnswerKind.AskBack);
        composer.PointTo(ContactPurpose.Insurance).Next("新生儿怎么参保", "住院能报多少");
        return found.IsEmpty
            ? composer.Detail($"没有收录{inquiry.Place.FullName}的生育报销金额或比例。").Build(AnswerKind.NotPublished)
            : composer.NameLayer(found.Layer, "生育报销标准").Build();
    }
}
