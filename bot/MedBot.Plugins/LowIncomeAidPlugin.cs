using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>What people with little income pay themselves, and what medical assistance adds (资助参保, 医疗救助).</summary>
public sealed class LowIncomeAidPlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    private static readonly Person[] Groups =
        [Person.Destitute, Person.Orphan, Person.MinimumLiving, Person.LowIncomeMargin, Person.PovertyMonitored, Person.Disabled, Person.LowIncome];

    public Answer Answer(Inquiry inquiry)
    {
        var asked = inquiry.Persons.Intersect(Groups).ToList();
        var found = book.Find<AidTable>(inquiry.Place, inquiry.Today, inquiry.BenefitYear);
        var whenever = book.Find<AidTable>(inquiry.Place, inquiry.Today);
        // A farther layer's standing rule does not answer for a year that the nearer layer sets anew and has not set yet.
        var isOlder = inquiry.BenefitYear is not null && (found.IsEmpty || found.Layer != whenever.Layer);
        if (isOlder)
            found = whenever;
        if (book.At<AidTable>(found.Layer, inquiry.Today, isOlder ? null : inquiry.BenefitYear, table => Names(table, asked)) is { IsEmpty: false } ofGroup)
            found = ofGroup;
        // Groups that no table of the place names are answered by all that it says.
        if (!found.Tables.Any(table => table.Premium.Any(row => IsFor(row.Group, asked))))
            asked = [];
        var composer = new AnswerComposer(book, inquiry);
        if (isOlder && !found.IsEmpty)
            composer.Say("您问的这个年度还没有收录。最近收录的是：");
        foreach (var table in found.Tables.OrderBy(table => table.Record.Confidence))
            Describe(composer, table, found.Layer, asked);
        AddPremium(composer, inquiry, found.Layer);
        AddEarlier(composer, inquiry, found);
        if (found.IsEmpty && shelf.On(Topic.LowIncomeAid, inquiry) is [var article, ..])
        {
            composer.Tell(article);
        }
        else if (found.IsEmpty)
        {
            return composer.Say($"{inquiry.Place.FullName}的困难群众资助标准还没有收录。").PointTo(ContactPurpose.Insurance).Next("要交多少钱", "什么时候交").Build(AnswerKind.NotPublished);
        }
        return inquiry.Region is null
            ? composer.AskPlace<AidTable>().Build(AnswerKind.AskBack)
            : composer.NameLayer(found.Layer, "资助标准").PointTo(ContactPurpose.Insurance)
                .Next("大病保险怎么报", "住院能报多少", "什么时候交").Build(isOlder ? AnswerKind.NotPublished : AnswerKind.Answer);
    }

    private static void Describe(AnswerComposer composer, AidTable table, Region layer, List<Person> asked)
    {
        var place = layer.Level == RegionLevel.Nation ? "全国" : layer.FullName;
        var year = table.Record.BenefitYear is { } own ? $"{own}年度" : "";
        var premium = table.Premium.Where(row => IsFor(row.Group, asked)).ToList();
        foreach (var row in asked.Count > 0 ? premium : [.. table.Premium])
        {
            var parts = new List<string>();
            if (row.Own is { } pays)
                parts.Add($"个人交{pays.Text}");
            if (row.Relief is { } relief)
                parts.Add(relief.Number is { Low: 100, Bound: Bound.Exact } ? $"全额资助（{relief.Text}）" : $"资助{relief.Text}");
            var condition = row.Condition is null || parts.Count == 0 ? row.Condition : $"（{row.Condition}）";
            composer.Say($"{place}{year}{ChineseNames.Of(row.Group)}：{string.Join("，", parts)}{condition}。").Show(row.Own, row.Relief);
        }
        foreach (var row in table.Care.Where(row => asked.Count == 0 || IsFor(row.Group, asked)))
        {
            var parts = new[]
            {
                row.Ratio is { } ratio ? $"救助{ratio.Text}" : null,
                row.Deductible is { } deductible ? (deductible.Number?.High == 0 ? "不设起付线（0元）" : $"起付线{deductible.Text}") : null,
                row.AnnualCeiling is { } ceiling ? $"一年限额{ceiling.Text}" : null,
                row.Condition,
            };
            composer.Detail($"医疗救助，{ChineseNames.Of(row.Group)}{row.Item}：{string.Join("，", parts.OfType<string>())}。").Show(row.Ratio, row.Deductible, row.AnnualCeiling);
        }
        composer.Rest(table.Record);
    }

    private void AddPremium(AnswerComposer composer, Inquiry inquiry, Region layer)
    {
        foreach (var table in book.At<PremiumTable>(layer, inquiry.Today, inquiry.BenefitYear).Tables.Where(table => table.Record.Region.Level != RegionLevel.Nation))
        {
            foreach (var row in table.Rows.Where(row => row.Own is not null && row.Group == Person.Resident))
                composer.Detail($"一般居民的标准是每人每年{row.Own!.Text}{(row.Subsidy is { } subsidy ? $"，财政另补助{subsidy.Text}" : "")}。").Show(row.Own, row.Subsidy);
        }
    }

    /// <summary>What an earlier record of the place said of 其他低收入 people, whom the present one does not name.</summary>
    private void AddEarlier(AnswerComposer composer, Inquiry inquiry, Finding<AidTable> found)
    {
        if (!inquiry.Is(Person.LowIncome) || found.Tables.Any(table => table.Premium.Any(row => row.Group == Person.LowIncome)))
            return;
        var earlier = book.Tables.OfType<AidTable>()
            .Where(table => table.Record.Region == found.Layer && table.Record.Validity.StatusOn(inquiry.Today) == PeriodStatus.Expired)
            .OrderByDescending(table => table.Record.Validity.Last)
            .SelectMany(table => table.Premium)
            .FirstOrDefault(row => row is { Group: Person.LowIncome, Own: not null });
        if (earlier is { Own: { } own })
            composer.Detail($"{own.Record.BenefitYear}年度的记录写过：{ChineseNames.Of(Person.LowIncome)}个人交{own.Text}；新的没有写到这一类，请问医保局。").Show(own);
    }

    /// <summary>Whether the table has a row for one of the groups by name; 低收入 stands for several and names none.</summary>
    private static bool Names(AidTable table, List<Person> asked) =>
        table.Premium.Select(row => row.Group).Concat(table.Care.Select(row => row.Group)).Any(group => group != Person.LowIncome && asked.Contains(group));

    private static bool IsFor(Person group, List<Person> asked) => asked.Contains(group) || (group == Person.LowIncome && asked.Count > 0);
}
