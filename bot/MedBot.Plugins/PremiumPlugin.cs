using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>What residents pay a year and what the treasury adds (个人缴费标准, 财政补助).</summary>
public sealed class PremiumPlugin(PolicyBook book, IPlugin articles) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = book.Find<PremiumTable>(inquiry.Place, inquiry.Today, inquiry.BenefitYear, HasOwnShare);
        var isOlder = found.IsEmpty && inquiry.BenefitYear is not null;
        if (isOlder)
            found = book.Find<PremiumTable>(inquiry.Place, inquiry.Today, null, HasOwnShare);
        if (found.IsEmpty)
            return articles.Answer(inquiry);
        // A group may have a version of its own, such as a school year, that holds on other days than everybody's.
        if (book.At<PremiumTable>(found.Layer, inquiry.Today, isOlder ? null : inquiry.BenefitYear, table => HasOwnShareOf(table, inquiry)) is { IsEmpty: false } ofGroup)
            found = ofGroup;

        var isNational = found.Layer.Level == RegionLevel.Nation;
        var kind = inquiry.Region is null ? AnswerKind.AskBack
            : isOlder || (isNational && found.Tables.All(table => table.Record.Confidence == Confidence.Unverified)) ? AnswerKind.NotPublished
            : AnswerKind.Answer;
        var composer = new AnswerComposer(book, inquiry);
        if (isOlder)
            composer.Say("您问的这个年度还没有收录。最近收录的标准是：");
        else if (kind == AnswerKind.NotPublished)
            composer.Say($"{inquiry.Place.FullName}的缴费标准还没有收录。");
        foreach (var table in found.Tables.OrderBy(table => table.Record.Confidence))
            Describe(composer, inquiry, table, found.Layer);
        AddSubsidyOnly(composer, inquiry, found.Layer);

        if (kind == AnswerKind.AskBack)
            return composer.AskPlace<PremiumTable>().Build(kind);
        if (found.Status == PeriodStatus.Expired || kind == AnswerKind.NotPublished || isNational)
            composer.PointTo(ContactPurpose.Payment);
        return composer.NameLayer(found.Layer, "缴费标准")
            .Next("什么时候交", "用手机怎么交", "困难家庭有补助吗")
            .Build(kind);
    }

    private static bool HasOwnShare(PremiumTable table) => table.Rows.Any(row => row.Own is not null);

    private static bool HasOwnShareOf(PremiumTable table, Inquiry inquiry) => table.Rows.Any(row => row.Own is not null && inquiry.Is(row.Group));

    private static void Describe(AnswerComposer composer, Inquiry inquiry, PremiumTable table, Region layer)
    {
        var rows = table.Rows.Where(row => row.Own is not null).ToList();
        var wanted = rows.Where(row => inquiry.Persons.Contains(row.Group)).ToList();
        var year = table.Record.BenefitYear is { } benefitYear ? $"{benefitYear}年度" : "";
        foreach (var row in wanted.Count > 0 ? wanted : rows)
        {
            var who = row.Group == Person.Resident ? "居民医保" : ChineseNames.Of(row.Group);
            var subsidy = row.Subsidy is { } added ? $"，财政另外补助{added.Text}" : "";
            composer.Say($"{layer.FullName}{year}{who}个人缴{row.Own!.Text}一年{subsidy}。").Show(row.Own, row.Subsidy);
        }
        composer.Rest(table.Record);
    }

    /// <summary>Subsidies that stand in a version of their own, because another document gives them.</summary>
    private void AddSubsidyOnly(AnswerComposer composer, Inquiry inquiry, Region layer)
    {
        foreach (var table in book.At<PremiumTable>(layer, inquiry.Today, inquiry.BenefitYear, table => !HasOwnShare(table)).Tables)
        {
            foreach (var row in table.Rows.Where(row => row.Subsidy is not null))
            {
                var year = table.Record.Validity.First is { } first && table.Record.BenefitYear is null ? $"{first.Year}年" : table.Record.BenefitYear is { } own ? $"{own}年" : "";
                composer.Detail($"财政补助（{year}）：每人每年{row.Subsidy!.Text}。").Show(row.Subsidy);
            }
        }
    }
}
