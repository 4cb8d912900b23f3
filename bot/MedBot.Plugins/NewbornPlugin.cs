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

/// <summary>How a newborn is enrolled: until which day, how, what it costs, from when it counts, and what happens when late.</summary>
public sealed class NewbornPlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var group = inquiry.Is(Person.Migrant) ? Person.Migrant : Person.Newborn;
        var tables = Rules(inquiry, group);
        var composer = new AnswerComposer(book, inquiry);
        if (tables.Count == 0)
            return WithoutRule(composer, inquiry);

        var layer = tables[0].Record.Region;
        var isRecorded = layer.Level != RegionLevel.Nation;
        if (inquiry.Region is { } place && !isRecorded)
            composer.Say($"没有收录{place.FullName}的新生儿参保规定，各地规定不同。");
        SayDeadline(composer, tables, layer, inquiry);
        SayHow(composer, tables, inquiry with { Persons = [group, .. inquiry.Persons] });
        SayCover(composer, tables);
        SayCost(composer, tables, inquiry);
        SayLate(composer, tables, inquiry);
        foreach (var table in tables)
            composer.Rest(table.Record);

        if (inquiry.Region is null)
            return composer.AskPlace<NewbornTable>().Build(AnswerKind.AskBack);
        _ = isRecorded ? composer.NameLayer(layer, "新生儿参保规定") : composer.PointTo(ContactPurpose.Insurance);
        return composer.Next("超过期限怎么办", "新生儿住院能报多少", "还要带什么材料")
            .Build(isRecorded ? AnswerKind.Answer : AnswerKind.NotPublished);
    }

    /// <summary>
    /// The nearest layer's rules, and of farther layers those on matters on which the nearer are silent. Beside a rule
    /// from a document, a farther layer's web text adds nothing.
    /// </summary>
    private List<NewbornTable> Rules(Inquiry inquiry, Person group)
    {
        var tables = new List<NewbornTable>();
        var told = Matters.None;
        foreach (var layer in inquiry.Place.Layers())
        {
            var here = book.At<NewbornTable>(layer, inquiry.Today, inquiry.BenefitYear, table => table.Group == Person.Newborn || table.Group == group).Tables
                .Where(table => tables.Count == 0 || (MattersOf(table) & ~told) != Matters.None)
                .OrderBy(table => table.Record.Confidence)
                .ToList();
            if (tables.Exists(table => table.Record.Confidence != Confidence.Unverified))
                here.RemoveAll(table => table.Record.Confidence == Confidence.Unverified);
            tables.AddRange(here);
            told = here.Aggregate(told, (all, table) => all | MattersOf(table));
        }
        return tables;
    }

    private static Matters MattersOf(NewbornTable table) =>
        (table.EnrolWithin is not null || table.CoverStart is not null ? Matters.Enrolment : Matters.None)
        | (table.LateWait is not null || table.LateCoverStart is not null || table.LateRetroactive is not null || table.LateCost is not null ? Matters.Lateness : Matters.None)
        | (table.FirstYearPremium is not null || table.YearsForDecemberBirth is not null ? Matters.Cost : Matters.None);

    [Flags]
    private enum Matters
    {
        None = 0,
        Enrolment = 1,
        Lateness = 2,
        Cost = 4,
    }

    private Answer WithoutRule(AnswerComposer composer, Inquiry inquiry)
    {
        if (shelf.On(Topic.Newborn, inquiry with { Persons = [Person.Newborn, .. inquiry.Persons] }) is [var article, ..])
            composer.Tell(article);
        else
            composer.Say("新生儿参保的期限和办法由各地规定。");
        return inquiry.Region is null
            ? composer.AskPlace<NewbornTable>().Build(AnswerKind.AskBack)
            : composer.Detail($"没有收录{inquiry.Place.FullName}的新生儿参保规定。").PointTo(ContactPurpose.Insurance).Next("什么时候交", "住院能报多少").Build(AnswerKind.NotPublished);
    }

    private static void SayDeadline(AnswerComposer composer, List<NewbornTable> tables, Region layer, Inquiry inquiry)
    {
        var place = layer.Level == RegionLevel.Nation ? "" : $"{layer.FullName}：";
        if (tables.FirstOrDefault(table => table.EnrolWithin is not null) is not { EnrolWithin: { } within } table || within.Number is not { } days)
        {
            composer.Say($"{place}新生儿要在出生后多少天内参保，没有收录。");
            return;
        }
        // A text that names no place is a pointer, not the place's rule.
        var isPointer = layer.Level == RegionLevel.Nation && table.Record.Confidence == Confidence.Unverified;
        composer.Say($"{place}{(isPointer ? "网络文章的说法（没有写地区）：" : "")}新生儿要在出生后{within.Text}内参保缴费。").Show(tables.Select(one => one.EnrolWithin));
        foreach (var another in tables.Select(one => one.EnrolWithin).OfType<Figure>().Where(one => one.Text != within.Text))
            composer.Detail($"另有资料写的是出生后{another.Text}内。");
        if (inquiry.BirthDate is not { } birth)
            return;

        var safe = DayFigure("最迟参保日（出生当天算第一天）", Deadlines.LastDayFromBirth(birth, (int)days.Low), table.Record);
        var other = DayFigure("最迟参保日（从出生次日起算）", Deadlines.LastDayCountedFromNext(birth, (int)days.Low), table.Record);
        var born = DayFigure("出生日", birth, table.Record);
        var left = Deadlines.DaysLeft(safe.Day!.Value, inquiry.Today);
        composer.Show(safe, other, born);
        if (left >= 0)
        {
            var remaining = new Figure("距最迟参保日还有", new FigureValue.Number(Quantity.Exactly(left)), "天", table.Record);
            composer.Say($"宝宝{born.Text}出生，最迟{safe.Text}办好，还有{remaining.Text}。").Show(remaining)
                .Detail($"这是把出生当天算第一天的稳妥算法；当地如果从次日起算，是{other.Text}。");
        }
        else
        {
            composer.Say($"宝宝{born.Text}出生，期限到{safe.Text}（从次日起算是{other.Text}），已经过了。");
        }
    }

    private void SayHow(AnswerComposer composer, List<NewbornTable> tables, Inquiry inquiry)
    {
        var terms = tables.Where(table => table.FirstYearPremium is null).SelectMany(table => table.Terms).Distinct().ToList();
        foreach (var term in terms)
            composer.Detail(term);
        if (terms.Count == 0 && shelf.On(Topic.Newborn, inquiry) is [var article, ..])
            composer.TellBeside(article);
    }

    private static void SayCover(AnswerComposer composer, List<NewbornTable> tables)
    {
        foreach (var table in tables.Where(table => table.CoverStart is not null).DistinctBy(table => table.CoverStart))
        {
            composer.Detail(table.CoverStart switch
            {
                CoverStart.Birth => "按时参保的，从出生那天起的费用就能报。",
                CoverStart.Payment => "从交钱起开始享受。",
                CoverStart.Enrolment => "按时参保的，办好就能享受（原文没有写出生到参保之间的费用）。",
                _ => "从下一年一月一日起享受。",
            }).Rest(table.Record);
        }
    }

    private void SayCost(AnswerComposer composer, List<NewbornTable> tables, Inquiry inquiry)
    {
        var premiums = book.Find<PremiumTable>(inquiry.Place, inquiry.Today, condition: table => table.Rows.Any(row => row.Own is not null));
        if (premiums.IsCurrent && premiums.Tables.SelectMany(table => table.Rows).FirstOrDefault(row => row.Own is not null && row.Group is Person.Resident or Person.Student) is { Own: { } own })
            composer.Detail($"要交多少：{premiums.Layer.FullName}{own.Record.BenefitYear}年度个人缴费{own.Text}。").Mention(own);
        foreach (var table in tables)
        {
            if (table.FirstYearPremium is not { } premium)
                continue;
            var isExample = premium.Record.Shortcomings.HasFlag(Shortcomings.Example);
            composer.Detail(premium.Number?.High == 0
                ? $"有资料说出生当年免交（{premium.Text}），条件是：{string.Join("", table.Terms)}"
                : $"出生当年个人缴费{(isExample ? "举例为" : "")}{premium.Text}。{string.Join("", table.Terms)}").Show(premium);
        }
        foreach (var years in tables.Select(table => table.YearsForDecemberBirth).OfType<Figure>())
        {
            if (inquiry.BirthDate is null or { Month: 12 })
                composer.Detail($"十二月出生的，要交当年和第二年共{years.Text}的费用。").Show(years);
        }
    }

    private static void SayLate(AnswerComposer composer, List<NewbornTable> tables, Inquiry inquiry)
    {
        foreach (var table in tables)
        {
            if (table.LateWait is { } wait)
            {
                composer.Detail(wait.Number?.High == 0
                    ? $"超过期限才参保：不设等待期（{wait.Text}）。"
                    : $"超过期限才参保：有{wait.Text}等待期，等待期内的费用不报。").Show(wait);
                if (inquiry.PaymentDate is { } paid)
                    composer.Detail(WaitingText.CoveredFrom(wait, paid, composer));
            }
            if (table.LateRetroactive == false)
                composer.Detail("超过期限才参保的，之前的医疗费不能补报。").Rest(table.Record);
            if (table.LateCoverStart == CoverStart.NextYear)
                composer.Detail("超过期限的，要等下一个集中缴费期参保，第二年享受。").Rest(table.Record);
            else if (table.LateCoverStart == CoverStart.Payment)
                composer.Detail("超过期限的，从缴费后起享受。").Rest(table.Record);
            if (table.LateCost is { } cost)
                composer.Detail($"超过期限的，有资料说财政补助部分也要自己交（举例{cost.Text}）。").Show(cost);
        }
    }

    private static Figure DayFigure(string label, DateOnly day, PolicyRecord record) => new(label, new FigureValue.Day(day), "", record);
}
