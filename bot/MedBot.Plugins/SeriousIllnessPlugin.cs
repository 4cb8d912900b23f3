using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins;

/// <summary>The second payment on large bills (大病保险).</summary>
public sealed class SeriousIllnessPlugin(PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = book.Find<SeriousIllnessTable>(inquiry.Place, inquiry.Today, inquiry.BenefitYear);
        if (found.IsEmpty)
            found = book.Find<SeriousIllnessTable>(inquiry.Place, inquiry.Today);
        var composer = new AnswerComposer(book, inquiry);
        foreach (var table in found.Tables.OrderBy(table => table.Record.Confidence))
            Describe(composer, table, found.Layer, bandsLead: !found.Tables.Any(one => one.Deductible is not null));
        foreach (var table in PassedDeductible(found, inquiry))
            Describe(composer, table, found.Layer, bandsLead: false);
        if (found.IsEmpty && shelf.On(Topic.SeriousIllness, inquiry) is [var article, ..])
        {
            composer.Tell(article);
        }
        else if (found.IsEmpty)
        {
            return composer.Say("大病保险的标准还没有收录。").PointTo(ContactPurpose.Insurance).Next("住院能报多少", "困难家庭有补助吗").Build(AnswerKind.NotPublished);
        }
        if (inquiry.Region is null)
            return composer.AskPlace<SeriousIllnessTable>().Build(AnswerKind.AskBack);
        return composer.NameLayer(found.Layer, "大病保险标准").PointTo(ContactPurpose.Insurance)
            .Next("住院能报多少", "困难家庭有补助吗", "哪些费用不能报").Build();
    }

    /// <summary>Where the deductible is set anew every year and this year's is not known, the newest that has passed, told as passed.</summary>
    private ImmutableArray<SeriousIllnessTable> PassedDeductible(Finding<SeriousIllnessTable> found, Inquiry inquiry)
    {
        if (found.IsEmpty || found.Tables.Any(table => table.Deductible is not null))
            return [];
        var dated = book.At<SeriousIllnessTable>(found.Layer, inquiry.Today, condition: table => table.Deductible is not null);
        return dated.Status == PeriodStatus.Expired ? dated.Tables : [];
    }

    private static void Describe(AnswerComposer composer, SeriousIllnessTable table, Region layer, bool bandsLead)
    {
        var place = layer.Level == RegionLevel.Nation ? "" : layer.FullName;
        if (table.ExtraPremium is { } extra)
            composer.Say(extra.Number?.High == 0 ? $"参加居民医保就有大病保险，不用另外缴费（{extra.Text}）。" : $"大病保险另缴{extra.Text}。").Show(extra);
        if (table.Uplift is { } uplift)
            composer.Say($"大病保险在基本医保报销之后再提高{uplift.Text}（总体说法，个人按起付线和分段算）。").Show(uplift);
        if (table.Deductible is { } deductible)
            composer.Say($"{place}大病保险起付线{deductible.Text}（一年累计）。").Show(deductible);
        foreach (var band in table.Bands)
        {
            var who = band.Group == Person.Resident ? "" : ChineseNames.Of(band.Group);
            var span = (band.Above, band.UpTo) switch
            {
                ({ } above, { } upTo) => $"{above.Text}到{upTo.Text}的部分",
                ({ } above, null) => $"超过{above.Text}的部分",
                (null, { } upTo) => $"{upTo.Text}以内的部分",
                _ => "起付线以上",
            };
            var own = band.Deductible is { } less ? $"（起付线{less.Text}）" : "";
            var line = $"{place}{who}大病保险，{span}报{band.Ratio.Text}{own}。";
            (bandsLead ? composer.Say(line) : composer.Detail(line)).Show(band.Above, band.UpTo, band.Ratio, band.Deductible);
        }
        if (table.HardshipDeductibleShare is { } share)
            composer.Detail($"困难群众的大病保险起付线按普通居民的{share.Text}算。").Show(share);
        if (table.Ceiling is { } ceiling)
            composer.Detail($"大病保险一年最多{ceiling.Text}{(table.HardshipIsUncapped ? "，困难群众不封顶" : "")}。").Show(ceiling);
        foreach (var reward in table.Rewards)
            composer.Detail($"{reward.Label}：{reward.Text}。").Show(reward);
        composer.Rest(table.Record);
    }
}
