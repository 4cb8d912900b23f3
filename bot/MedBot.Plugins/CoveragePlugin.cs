using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Whether something is paid at all (能不能报): a named operation or drug from the tables, else the scope in general.</summary>
public sealed class CoveragePlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var composer = new AnswerComposer(book, inquiry);
        var found = book.Find<CoverageTable>(inquiry.Place, inquiry.Today, inquiry.BenefitYear, table => IsAbout(table, inquiry));
        if (found.IsEmpty)
            found = book.Find<CoverageTable>(inquiry.Place, inquiry.Today, null, table => IsAbout(table, inquiry));
        if (!found.IsEmpty)
        {
            foreach (var table in found.Tables)
                Describe(composer, table, found.Layer);
            return composer.NameLayer(found.Layer, "项目规定").PointTo(ContactPurpose.Insurance).Next("住院能报多少", "哪些费用不能报").Build();
        }

        var elsewhere = book.Tables.OfType<CoverageTable>().Where(table => IsAbout(table, inquiry)).ToList();
        if (elsewhere.Count > 0 || inquiry.Treatment is not null)
            composer.Say($"{inquiry.Place.FullName}的这个项目能不能报还没有收录。");
        if (elsewhere.Count > 0)
            composer.Detail($"收录了{string.Join("、", elsewhere.Select(table => table.Record.Region.FullName).Distinct())}的，各地规定不同，不能套用。");
        var articles = shelf.On(Topic.CoverageScope, inquiry);
        if (!articles.IsEmpty)
            composer.Tell(articles[0]);
        return composer.PointTo(ContactPurpose.Insurance).Next("住院能报多少", "门诊能报多少")
            .Build(articles.IsEmpty || inquiry.Treatment is not null ? AnswerKind.NotPublished : AnswerKind.Answer);
    }

    /// <summary>True when a table of the place names the operation or drug that is asked about.</summary>
    public bool HasRuleFor(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return !book.Find<CoverageTable>(inquiry.Place, inquiry.Today, null, table => IsAbout(table, inquiry)).IsEmpty;
    }

    private static bool IsAbout(CoverageTable table, Inquiry inquiry) =>
        table.OtherNames.Append(table.Item).Any(name => inquiry.Treatment == name || inquiry.Text.Contains(name, StringComparison.Ordinal));

    private static void Describe(AnswerComposer composer, CoverageTable table, Region layer)
    {
        var ratio = table.Ratio is { } share ? $"，报销比例{share.Text}" : "，报销比例没有收录";
        composer.Say($"{layer.FullName}：{table.Item}{(table.Covered ? "可以走医保报销" : "不在医保报销范围")}{(table.Covered ? ratio : "")}。").Show(table.Ratio).Rest(table.Record);
        if (table.Condition is { } condition)
            composer.Detail(condition);
    }
}
