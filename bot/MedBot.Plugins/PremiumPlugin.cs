using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
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
        ArgumentNullException.ThrowIfNull(inquiry);
        // Who names no year while next year's premium is collected asks about that one.
        var collected = PaymentYear.On(book, inquiry.Place, inquiry.Today);
        var year = inquiry.BenefitYear ?? (collected > inquiry.Today.Year ? collected : null);
        var found = book.Find<PremiumTable>(inquiry.Place, inquiry.Today, year, HasOwnShare);
        var isOlder = found.IsEmpty && year is not null;
        if (isOlder)
            found = book.Find<PremiumTable>(inquiry.Place, inquiry.Today, null, HasOwnShare);
        if (found.IsEmpty)
            return articles.Answer(inquiry);
        // A group may have a version of its own, such as a school year, that holds on other days than everybody's.
        if (book.At<PremiumTable>(found.Layer, inquiry.Today, isOlder ? null : year, table => HasOwnShareOf(table, inquiry)) is { IsEmpty: false } ofGroup)
            found = ofGroup;

        var isNational = found.Layer.Level == RegionLevel.Nation;
        var kind = inquiry.Region is null ? AnswerKind.AskBack
            : (isOlder && inquiry.BenefitYear is not null) || isNational ? AnswerKind.NotPublished
            : AnswerKind.Answer;
        var composer = new AnswerComposer(book, inquiry);
        var rows = RowsFor(found, inquiry);
        if (isNational && inquiry.Region is { } unrecorded)
            composer.Say($"{unrecorded.FullName}的缴费标准还没有收录。");
        foreach (var row in rows)
            composer.Say($"{Sentence(row)}。").Show(row.Own, row.Subsidy);
        if (isOlder && inquiry.BenefitYear is null)
            SayNotYetRecorded(composer, collected, rows[0].Own!.Record);
        else if (isOlder)
            composer.Say("这是最近收录的标准，您问的这个年度还没有收录。");
        if (inquiry.BenefitYear is null && found.Status != PeriodStatus.Current)
            TellThisYears(composer, inquiry);
        AddSubsidyOnly(composer, inquiry, found.Layer, rows.Any(row => row.Subsidy is not null));

        if (kind == AnswerKind.AskBack)
            return composer.AskPlace<PremiumTable>().Build(kind);
        if (isOlder || found.Status == PeriodStatus.Expired || kind == AnswerKind.NotPublished || isNational)
            composer.PointTo(ContactPurpose.Payment);
        return composer.NameLayer(found.Layer, "缴费标准")
            .Next("什么时候交", "用手机怎么交", "困难家庭有补助吗")
            .Build(kind);
    }

    private static bool HasOwnShare(PremiumTable table) => table.Rows.Any(row => row.Own is not null);

    private static bool HasOwnShareOf(PremiumTable table, Inquiry inquiry) => table.Rows.Any(row => row.Own is not null && inquiry.Is(row.Group));

    /// <summary>The rows of the person's own groups, or of all groups where there is none; the surest first.</summary>
    private static List<PremiumRow> RowsFor(Finding<PremiumTable> found, Inquiry inquiry)
    {
        var rows = found.Tables.OrderBy(table => table.Record.Confidence).SelectMany(table => table.Rows).Where(row => row.Own is not null).ToList();
        var own = rows.Where(row => inquiry.Is(row.Group)).ToList();
        return own.Count > 0 ? own : rows;
    }

    private static void SayNotYetRecorded(AnswerComposer composer, int year, PolicyRecord older)
    {
        var collected = new Figure("正在集中缴费的年度", new FigureValue.Number(Quantity.Exactly(year)), "年度", older);
        composer.Say($"这是最近收录的，{collected.Text}的缴费标准还没有收录。").Show(collected);
    }

    /// <summary>What holds today, beside a year that is still to come or one that has passed.</summary>
    private void TellThisYears(AnswerComposer composer, Inquiry inquiry)
    {
        var current = book.Find<PremiumTable>(inquiry.Place, inquiry.Today, inquiry.Today.Year, table => HasOwnShare(table) && table.Record.Validity.Contains(inquiry.Today));
        foreach (var row in current.IsEmpty ? [] : RowsFor(current, inquiry))
            composer.Detail($"今年正在享受的：{Sentence(row)}。").Show(row.Own, row.Subsidy);
    }

    private static string Sentence(PremiumRow row)
    {
        var record = row.Own!.Record;
        var year = record.BenefitYear is { } benefitYear ? $"{benefitYear}年度" : "";
        var who = row.Group == Person.Resident ? "居民医保" : ChineseNames.Of(row.Group);
        var subsidy = row.Subsidy is { } added ? $"，财政另外补助{added.Text}" : "";
        return $"{record.Region.FullName}{year}{who}个人交{row.Own.Text}一年{subsidy}";
    }

    /// <summary>
    /// Subsidies that stand in a version of their own, because another document gives them. They go by fiscal years: of
    /// the year asked about, or those that hold today; a farther layer's only where the place tells none.
    /// </summary>
    private void AddSubsidyOnly(AnswerComposer composer, Inquiry inquiry, Region layer, bool isTold)
    {
        foreach (var place in layer.Layers().TakeWhile(place => place == layer || !isTold))
        {
            var tables = book.At<PremiumTable>(place, inquiry.Today, inquiry.BenefitYear, table => !HasOwnShare(table) && (inquiry.BenefitYear is not null || table.Record.Validity.Contains(inquiry.Today))).Tables;
            foreach (var subsidy in tables.SelectMany(table => table.Rows).Select(row => row.Subsidy).OfType<Figure>())
            {
                var year = subsidy.Record.BenefitYear ?? subsidy.Record.Validity.First?.Year;
                var of = $"{(place == layer ? "" : place.FullName)}{(year is { } own ? $"{own}年" : "")}";
                composer.Detail($"财政补助（{of}）：每人每年{subsidy.Text}。").Show(subsidy);
                isTold = true;
            }
        }
    }
}
