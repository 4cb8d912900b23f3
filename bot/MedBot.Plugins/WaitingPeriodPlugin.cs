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
        var rules = Rules(inquiry);
        SayExempt(composer, rules, inquiry);
        SayGrace(composer, rules, inquiry);
        foreach (var table in rules)
            Describe(composer, table, rules, inquiry);
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

    /// <summary>Somebody who need not wait hears that first.</summary>
    private static void SayExempt(AnswerComposer composer, List<WaitingPeriodTable> rules, Inquiry inquiry)
    {
        if (rules.Find(table => table.Exempt.Any(group => CareTerms.GroupFit(group, inquiry) is 0 or 1)) is { } free)
        {
            var group = free.Exempt.First(group => CareTerms.GroupFit(group, inquiry) is 0 or 1);
            composer.Say($"{ChineseNames.Of(group)}参加居民医保不用等。").Rest(free.Record);
        }
    }

    /// <summary>Within the grace months after employee insurance nobody waits; the last day still counts.</summary>
    private static void SayGrace(AnswerComposer composer, List<WaitingPeriodTable> rules, Inquiry inquiry)
    {
        if (inquiry.EmployeeCoverEnded is not { } ended
            || rules.Select(table => table.GraceAfterEmployee).OfType<Figure>().FirstOrDefault() is not { Number: { Bound: Bound.Exact } months } grace)
        {
            return;
        }
        var last = new Figure("免等待的最后缴费日", new FigureValue.Day(WaitingPeriod.LastDayOfGrace(ended, (int)months.Low)), "", grace.Record);
        var stopped = new Figure("职工医保中断日", new FigureValue.Day(ended), "", grace.Record);
        composer.Say((inquiry.PaymentDate ?? inquiry.Today) <= last.Day
            ? $"职工医保中断后{grace.Text}内转居民医保不用等，最晚{last.Text}缴费。"
            : $"职工医保中断已超过{grace.Text}，{last.Text}之后缴费的要等。").Show(grace, last)
            .Detail($"这是按职工医保{stopped.Text}中断算的。").Show(stopped);
    }

    /// <summary>What the nearest rule says first; a farther layer only adds what the nearer are silent on, below.</summary>
    private static void Describe(AnswerComposer composer, WaitingPeriodTable table, List<WaitingPeriodTable> rules, Inquiry inquiry)
    {
        var layer = table.Record.Region;
        var place = layer.Level == RegionLevel.Nation ? "全国" : layer.FullName;
        var isNearest = layer == rules[0].Record.Region;
        var decides = rules.Find(rule => rule.Fixed is not null || rule.AtMost is not null) == table;
        if (table.Fixed is { } wait && IsNew(rule => rule.Fixed))
        {
            Tell($"{place}：没有在集中期参保或中间断了的，缴费后有{wait.Text}固定等待期，等待期内看病不报。");
            composer.Show(wait);
            if (inquiry.LapsedYears is > 1)
                SayLapsed(composer, table, wait, rules, inquiry);
            else if (decides)
                WaitingText.TellCover(composer, wait, inquiry);
        }
        if (table.AtMost is { } most && IsNew(rule => rule.AtMost))
        {
            Tell($"{place}等待期最长{most.Text}。");
            composer.Show(most);
            if (table.Fixed is null && decides)
                WaitingText.TellCover(composer, most, inquiry, $"按{place}的上限算，");
        }
        if (table.PerExtraYear is { } perYear && IsNew(rule => rule.PerExtraYear))
            composer.Detail($"每多断一年，再加{perYear.Text}变动等待期。").Show(perYear);
        if (table.PerYearRepaid is { } repaid && IsNew(rule => rule.PerYearRepaid))
            composer.Detail($"每补缴一年，变动等待期少{repaid.Text}。").Show(repaid);
        if (table.GraceAfterEmployee is { } grace && IsNew(rule => rule.GraceAfterEmployee))
            composer.Detail($"职工医保中断后{grace.Text}内转居民医保，不设等待期。").Show(grace);
        if (!table.Exempt.IsEmpty)
            composer.Detail($"不用等的人：{string.Join("、", table.Exempt.Select(ChineseNames.Of))}。");
        foreach (var term in table.Terms)
            composer.Detail(term);
        composer.Rest(table.Record);

        bool IsNew(Func<WaitingPeriodTable, Figure?> figure) => rules.Find(rule => figure(rule) is not null)?.Record.Region == layer;
        void Tell(string sentence) => _ = isNearest ? composer.Say(sentence) : composer.Detail(sentence);
    }

    /// <summary>
    /// The months that follow from the lapsed years, taken as those just before the year paid for. Where the nearest rule
    /// is silent on the further months, a farther layer's rule fills in; a farther layer does not speak again.
    /// </summary>
    private static void SayLapsed(AnswerComposer composer, WaitingPeriodTable table, Figure wait, List<WaitingPeriodTable> rules, Inquiry inquiry)
    {
        if (rules.Find(rule => rule.Fixed is not null) != table || inquiry.LapsedYears is not { } years)
            return;
        var extra = Nearest(rule => rule.PerExtraYear);
        var countFrom = Nearest(rule => rule.CountLapsedFrom);
        var lapse = new Lapse((inquiry.PaymentDate ?? inquiry.PaymentMonth)?.Year ?? inquiry.BenefitYear ?? inquiry.Today.Year, years, inquiry.RepaidYears ?? 0);
        if (WaitingPeriod.Of(wait, extra, Nearest(rule => rule.PerYearRepaid), countFrom, lapse) is not { } waiting)
            return;

        var whole = Number("按断缴年数算的等待期", waiting.Months, "个月");
        var missed = Number("断缴年数", years, "年");
        var (first, last) = (Number("断缴的第一年", lapse.FirstYear, "年"), Number("断缴的最后一年", lapse.LastYear, "年"));
        var why = waiting.CountedYears < years && countFrom is not null ? $"，{countFrom.Text}以前断的不算" : "";
        var added = waiting.Variable > 0 && extra is not null ? $"{wait.Text}，再加多断年份每年{extra.Text}" : $"{wait.Text}，没有变动等待期";
        composer.Say($"断了{missed.Text}，合计要等{whole.Text}（{added}{why}）。").Show(whole, missed, extra, countFrom)
            .Detail($"断缴按{first.Text}到{last.Text}算；不是这几年的，请告诉我是哪几年。").Show(first, last);
        if (inquiry.RepaidYears is { } repaid and > 0)
        {
            var paidLater = Number("补缴年数", repaid, "年");
            composer.Detail($"已减去补缴的{paidLater.Text}。").Show(paidLater);
        }
        WaitingText.TellCover(composer, whole, inquiry);

        Figure? Nearest(Func<WaitingPeriodTable, Figure?> figure) => rules.Select(figure).FirstOrDefault(one => one is not null);
        Figure Number(string label, int value, string unit) => new(label, new FigureValue.Number(Quantity.Exactly(value)), unit, table.Record);
    }
}

/// <summary>The first day with cover, as a sentence with its figures.</summary>
internal static class WaitingText
{
    /// <summary>
    /// Tells the first day with cover where the day of payment is known; where only its month is, between which days it
    /// lies, and asks for the day.
    /// </summary>
    /// <param name="composer">The answer.</param>
    /// <param name="wait">How long one waits.</param>
    /// <param name="inquiry">The case.</param>
    /// <param name="opening">What stands before the sentence.</param>
    public static void TellCover(AnswerComposer composer, Figure wait, Inquiry inquiry, string opening = "")
    {
        if (inquiry.PaymentDate is { } paid)
        {
            composer.Say(opening + CoveredFrom(wait, paid, composer));
            return;
        }
        if (inquiry.PaymentMonth is not { } month)
            return;
        var earliest = new Figure($"可以报销的第一天（{ChineseDate.Full(month)}缴费）", new FigureValue.Day(DayAfter(wait, month)), "", wait.Record);
        var lastDay = month.AddMonths(1).AddDays(-1);
        var latest = new Figure($"可以报销的第一天（{ChineseDate.Full(lastDay)}缴费）", new FigureValue.Day(DayAfter(wait, lastDay)), "", wait.Record);
        composer.Say($"{opening}{month.Year}年{month.Month}月交费的，等{wait.Text}，看是哪天缴的，最早{earliest.Text}、最晚{latest.Text}起看病能报。{(inquiry.Unknown.Contains(Fact.PaymentDate) ? "" : "告诉我哪天缴的，我算准确的日子。")}")
            .Show(earliest, latest)
            .Ask(Fact.PaymentDate);
    }

    private static DateOnly DayAfter(Figure wait, DateOnly paid)
    {
        var length = (int)wait.Number!.Value.Low;
        return wait.Unit == "天" ? Deadlines.CoveredAfterDays(paid, length) : Deadlines.CoveredAfterMonths(paid, length);
    }

    /// <summary>Adds the day to the answer's figures and words it.</summary>
    public static string CoveredFrom(Figure wait, DateOnly paid, AnswerComposer composer)
    {
        var from = new Figure("可以报销的第一天", new FigureValue.Day(DayAfter(wait, paid)), "", wait.Record);
        var start = new Figure("缴费日", new FigureValue.Day(paid), "", wait.Record);
        composer.Show(from, start);
        return $"{start.Text}缴费的，等{wait.Text}，从{from.Text}起看病能报。";
    }
}
