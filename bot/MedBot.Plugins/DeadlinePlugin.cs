using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>When the premium is collected (集中参保期): the window, how many days are left, and what holds when none is known.</summary>
public sealed class DeadlinePlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var windows = book.Find<CollectionWindow>(inquiry.Place, inquiry.Today, inquiry.BenefitYear);
        var rules = book.Find<CollectionRule>(inquiry.Place, inquiry.Today);
        var isLocalRule = !rules.IsEmpty && rules.Layer.Level != RegionLevel.Nation;
        // A window that has passed is history; a nearer layer's standing rule tells more of the next one.
        var hasNearerRule = isLocalRule && inquiry.BenefitYear is null && windows.Status == PeriodStatus.Expired && rules.Layer.Level > windows.Layer.Level;
        if (!windows.IsEmpty && !hasNearerRule)
            return FromWindow(inquiry, windows, AnswerKind.Answer);
        if (!isLocalRule && book.Find<CollectionWindow>(inquiry.Place, inquiry.Today) is { IsEmpty: false } older)
            return FromWindow(inquiry, older, AnswerKind.NotPublished);
        return FromRule(inquiry, rules, isLocalRule);
    }

    private Answer FromWindow(Inquiry inquiry, Finding<CollectionWindow> windows, AnswerKind kind)
    {
        var composer = new AnswerComposer(book, inquiry);
        if (kind == AnswerKind.NotPublished)
            composer.Say($"您问的这个年度，{inquiry.Place.FullName}的缴费时间还没有收录。最近收录的一次是：");
        else if (windows.Status == PeriodStatus.Expired && inquiry.BenefitYear is null)
            composer.Say("最近收录的一次：");
        foreach (var window in windows.Tables)
            Describe(composer, window, windows.Layer, inquiry.Today);
        if (windows.Status == PeriodStatus.Expired)
        {
            AddRules(composer, book.Find<CollectionRule>(inquiry.Place, inquiry.Today));
            composer.PointTo(ContactPurpose.Payment);
        }
        return composer.NameLayer(windows.Layer, "缴费时间")
            .Next("错过了还能补交吗", "要交多少钱", "用手机怎么交")
            .Build(kind);
    }

    private Answer FromRule(Inquiry inquiry, Finding<CollectionRule> rules, bool isLocal)
    {
        var composer = new AnswerComposer(book, inquiry);
        if (inquiry.Region is { } region && !isLocal)
            composer.Say($"{region.FullName}的缴费时间还没有收录。");
        if (isLocal)
        {
            foreach (var rule in rules.Tables)
                composer.Say($"{rules.Layer.FullName}：{rule.Rule}。").Show(rule.Numbers).Rest(rule.Record);
        }
        else
        {
            AddRules(composer, rules);
            if (shelf.On(Topic.Deadline, inquiry).FirstOrDefault(article => article.Record.Region.Level != RegionLevel.Nation) is { } local)
                composer.TellBeside(local);
        }
        if (inquiry.Region is null)
            return composer.AskPlace<CollectionWindow>().Build(AnswerKind.AskBack);
        return composer.NameLayer(rules.Layer, "缴费时间").PointTo(ContactPurpose.Payment)
            .Next("错过了还能补交吗", "要交多少钱", "用手机怎么交")
            .Build(isLocal ? AnswerKind.Answer : AnswerKind.NotPublished);
    }

    private static void AddRules(AnswerComposer composer, Finding<CollectionRule> rules)
    {
        foreach (var rule in rules.Tables)
        {
            composer.Detail($"{(rules.Layer.Level == RegionLevel.Nation ? "全国一般情况" : rules.Layer.FullName)}：{rule.Rule}。")
                .Show(rule.Numbers).Rest(rule.Record);
        }
    }

    private static void Describe(AnswerComposer composer, CollectionWindow window, Region layer, DateOnly today)
    {
        var last = window.LastDay.Day!.Value;
        var year = window.Record.BenefitYear is { } benefitYear ? $"{benefitYear}年度" : "";
        var span = window.FirstDay is { } first ? $"{first.Text}到{window.LastDay.Text}" : $"{window.LastDay.Text}截止";
        composer.Say($"{layer.FullName}{year}居民医保集中缴费时间：{span}。").Show(window.FirstDay, window.LastDay);
        if (window.FirstDay is null)
            composer.Detail("开始日期原文没有写。");

        if (window.FirstDay?.Day > today)
        {
            composer.Say("现在还没有开始。");
        }
        else if (last >= today)
        {
            var left = new Figure("距缴费截止还有", new FigureValue.Number(Quantity.Exactly(Deadlines.DaysLeft(last, today))), "天", window.Record);
            composer.Say(last == today ? "今天是最后一天。" : $"还剩{left.Text}，最后一天当天也能交。").Show(left);
        }
        else
        {
            composer.Say("这次集中缴费已经结束，新的时间还没有收录。");
        }

        if (window is { PayDayFirst: { } from, PayDayLast: { } to })
            composer.Detail($"每月{from.Text}至{to.Text}可以缴费。").Show(from, to);
        if (window.BatchDay is { } batch)
            composer.Detail($"银行每月{batch.Text}批量扣款。").Show(batch);
    }
}
