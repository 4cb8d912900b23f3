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

/// <summary>What follows from missing the window or a year (断缴, 待遇等待期): how long one waits and from which day care is paid.</summary>
public sealed class WaitingPeriodPlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = book.Find<WaitingPeriodTable>(inquiry.Place, inquiry.Today);
        var composer = new AnswerComposer(book, inquiry);
        foreach (var table in Rules(inquiry))
            Describe(composer, table, table.Record.Region, inquiry);
        var articles = shelf.On(Topic.LateOrLapse, inquiry);
        if (!articles.IsEmpty)
        {
            if (found.IsEmpty)
                composer.Tell(articles[0]);
            else
                composer.TellBeside(articles[0]);
        }
        if (found.IsEmpty && articles.IsEmpty)
            return composer.Say("断缴和补缴的规定还没有收录。").PointTo(ContactPurpose.Insurance).Next("什么时候交", "要交多少钱").Build(AnswerKind.NotPublished);
        if (!found.IsEmpty)
            composer.NameLayer(found.Layer, "等待期规定");
        return composer.PointTo(ContactPurpose.Insurance)
            .Next("什么时候交", "要交多少钱", "新生儿超期了怎么办")
            .Build();
    }

    /// <summary>The nearest layer's rules, and those of farther layers for the figures on which it is silent.</summary>
    private List<WaitingPeriodTable> Rules(Inquiry inquiry)
    {
        var tables = new List<WaitingPeriodTable>();
        var known = new HashSet<string>();
        foreach (var layer in inquiry.Place.Layers())
        {
            var here = book.At<WaitingPeriodTable>(layer, inquiry.Today).Tables.OrderBy(table => table.Record.Confidence).ToList();
            tables.AddRange(here.Where(table => tables.Count == 0 || table.Figures.Any(figure => !known.Contains(figure.Label))));
            known.UnionWith(here.SelectMany(table => table.Figures).Select(figure => figure.Label));
        }
        return tables;
    }

    private static void Describe(AnswerComposer composer, WaitingPeriodTable table, Region layer, Inquiry inquiry)
    {
        var place = layer.Level == RegionLevel.Nation ? "全国" : layer.FullName;
        if (table.Fixed is { } wait)
        {
            composer.Say($"{place}：没有在集中期参保或中间断了的，缴费后有{wait.Text}固定等待期，等待期内看病不报。").Show(wait);
            if (inquiry.LapsedYears is > 1 && table.PerExtraYear is { } extra)
                SayLapsed(composer, table, wait, extra, inquiry);
            else if (inquiry.LapsedYears is null or <= 1 && inquiry.PaymentDate is { } paid)
                composer.Detail(WaitingText.CoveredFrom(wait, paid, composer));
        }
        if (table.AtMost is { } most)
            composer.Say($"{place}等待期最长{most.Text}。").Show(most);
        if (table.PerExtraYear is { } perYear)
            composer.Detail($"每多断一年，再加{perYear.Text}变动等待期。").Show(perYear);
        if (table.PerYearRepaid is { } repaid)
            composer.Detail($"每补缴一年，变动等待期少{repaid.Text}。").Show(repaid);
        if (table.GraceAfterEmployee is { } grace)
            composer.Detail($"职工医保中断后{grace.Text}内转居民医保，不设等待期。").Show(grace);
        if (!table.Exempt.IsEmpty)
            composer.Detail($"不用等的人：{string.Join("、", table.Exempt.Select(ChineseNames.Of))}。");
        foreach (var term in table.Terms)
            composer.Detail(term);
        composer.Rest(table.Record);
    }

    /// <summary>Fixed months plus one share for each year beyond the first.</summary>
    private static void SayLapsed(AnswerComposer composer, WaitingPeriodTable table, Figure wait, Figure extra, Inquiry inquiry)
    {
        if (wait.Number is not { Bound: Bound.Exact } months || extra.Number is not { Bound: Bound.Exact } share || inquiry.LapsedYears is not { } lapsed)
            return;
        var whole = new Figure("按断缴年数算的等待期", new FigureValue.Number(Quantity.Exactly(months.Low + (share.Low * (lapsed - 1)))), "个月", table.Record);
        var years = new Figure("断缴年数", new FigureValue.Number(Quantity.Exactly(lapsed)), "年", table.Record);
        composer.Say($"断了{years.Text}，合计要等{whole.Text}（{wait.Text}，再加多断年份每年{extra.Text}）。").Show(whole, years);
        if (inquiry.PaymentDate is { } paid)
            composer.Detail(WaitingText.CoveredFrom(whole, paid, composer));
    }
}

/// <summary>The first day with cover, as a sentence with its figures.</summary>
internal static class WaitingText
{
    /// <summary>Adds the day to the answer's figures and words it.</summary>
    public static string CoveredFrom(Figure wait, DateOnly paid, AnswerComposer composer)
    {
        var length = (int)wait.Number!.Value.Low;
        var day = wait.Unit == "天" ? Deadlines.CoveredAfterDays(paid, length) : Deadlines.CoveredAfterMonths(paid, length);
        var from = new Figure("可以报销的第一天", new FigureValue.Day(day), "", wait.Record);
        var start = new Figure("缴费日", new FigureValue.Day(paid), "", wait.Record);
        composer.Show(from, start);
        return $"{start.Text}缴费的，等{wait.Text}，从{from.Text}起看病能报。";
    }
}
