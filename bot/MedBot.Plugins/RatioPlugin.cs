using MedBot.Plugins.Composition;
using MedBot.Plugins.Settling;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>How much of an inpatient bill is paid (住院报销比例), by level, group and place.</summary>
public sealed class InpatientRatioPlugin(PolicyBook book) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = CareTerms.FindInpatientRatios(book, inquiry);
        var isNational = found.Layer.Level == RegionLevel.Nation;
        var kind = found.IsEmpty ? AnswerKind.NotPublished
            : inquiry.Region is null ? AnswerKind.AskBack
            : isNational ? AnswerKind.NotPublished
            : AnswerKind.Answer;
        var composer = new AnswerComposer(book, inquiry);
        if (kind == AnswerKind.NotPublished)
            composer.Say($"{inquiry.Place.FullName}的住院报销比例还没有收录。");
        var beside = CareTerms.InpatientBeside(book, inquiry, found);
        // A ratio without level is a headline: where the same layer gives the levels, they come first and it is told beside them.
        var hasLevels = found.Tables.Any(table => CareTerms.RowsFor(table, inquiry).Any(row => row.Ratio is not null));
        foreach (var table in found.Tables.OrderBy(table => table.GeneralRatio is null ? 0 : 1).ThenBy(table => table.Record.Confidence).Concat(beside.OrderBy(table => table.Record.Confidence)))
            Describe(composer, inquiry, table, hasLevels);
        if (inquiry.Persons.IsEmpty && !found.IsEmpty && found.Tables.All(table => table.GeneralRatio is null && table.OverallRatio is null && CareTerms.RowsFor(table, inquiry).All(row => row.Group != Person.Resident)))
            composer.Say($"{found.Layer.FullName}一般居民的住院报销比例没有收录。");
        if (inquiry is { HospitalLevelAssumed: true, HospitalLevel: { } level })
            composer.Detail($"医院按{ChineseNames.Of(level)}查的，级别以医院标牌为准。");

        if (kind == AnswerKind.AskBack)
            return composer.AskPlace<InpatientTable>(table => CareTerms.RowsFor(table, inquiry).Any(row => row.Ratio is not null)).Build(kind);
        if (kind == AnswerKind.NotPublished || isNational)
            composer.PointTo(ContactPurpose.Insurance);
        return composer.NameLayer(found.Layer, "住院报销比例")
            .Next("住院花了3万能报多少", "起付线是多少", "去外地住院怎么报")
            .Build(kind);
    }

    private static void Describe(AnswerComposer composer, Inquiry inquiry, InpatientTable table, bool hasLevels)
    {
        var place = table.Record.Region.Level == RegionLevel.Nation ? "" : table.Record.Region.FullName;
        var rows = CareTerms.RowsFor(table, inquiry);
        foreach (var group in rows.Where(row => row.Ratio is not null).GroupBy(row => row.Group))
        {
            var who = group.Key == Person.Resident ? "" : ChineseNames.Of(group.Key);
            var parts = group.Select(row => $"{(row.Level is { } level ? ChineseNames.Of(level) : "")}{row.Ratio!.Text}");
            composer.Say($"{place}{who}住院报销比例：{string.Join("，", parts)}。").Show(group.Select(row => row.Ratio));
        }
        var deductibles = rows.Where(row => row.Deductible is not null).ToList();
        if (deductibles.Count > 0)
            composer.Detail($"{string.Join("，", deductibles.Select(DeductibleOf))}。").Show(deductibles.SelectMany(row => new[] { row.Deductible, row.LaterDeductible }));
        foreach (var condition in rows.Select(row => row.Condition).OfType<string>().Distinct())
            composer.Detail(condition);

        if (table.OverallRatio is { } overall)
            composer.Say($"{place}政策范围内住院费用，基金支付的总体水平{overall.Text}（是总体水平，不是每个人的比例）。").Show(overall);
        if (table.GeneralRatio is { } general)
        {
            var line = $"居民医保报销比例一般{general.Text}。";
            (hasLevels ? composer.Detail(line) : composer.Say(line)).Show(general);
        }
        if (table.AnnualCeiling is { } ceiling)
            composer.Detail($"封顶线：一年最多报{ceiling.Text}。").Show(ceiling);
        foreach (var rule in table.Elsewhere)
            composer.Detail(ElsewhereText.Of(rule)).Show(rule.Figures);
        composer.Rest(table.Record);
    }

    private static string DeductibleOf(InpatientRow row)
    {
        var free = row.Deductible!.Number?.High == 0 ? "不设起付线（0元）" : $"起付线{row.Deductible.Text}";
        return EstimateText.NameOf(row.Group, row.Level) + free + (row.LaterDeductible is { } again ? $"（当年第二次起{again.Text}）" : "");
    }
}

/// <summary>How much of an outpatient bill is paid (门诊报销), 两病 and 慢特病 among them.</summary>
public sealed class OutpatientRatioPlugin(PolicyBook book) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var care = inquiry.Care is CareKind.TwoDiseases or CareKind.ChronicSpecial ? inquiry.Care : inquiry.Care == CareKind.Outpatient ? CareKind.Outpatient : null;
        var found = book.Find<OutpatientTable>(inquiry.Place, inquiry.Today, condition: table => table.Rows.Any(row => Fits(row, care, inquiry)));
        var isNational = found.Layer.Level == RegionLevel.Nation;
        var kind = found.IsEmpty ? AnswerKind.NotPublished
            : inquiry.Region is null ? AnswerKind.AskBack
            : isNational && found.Tables.All(table => table.Record.Confidence == Confidence.Unverified) ? AnswerKind.NotPublished
            : AnswerKind.Answer;
        var composer = new AnswerComposer(book, inquiry);
        if (kind == AnswerKind.NotPublished)
            composer.Say($"{inquiry.Place.FullName}的门诊报销标准还没有收录。");
        foreach (var table in found.Tables.OrderBy(table => table.Record.Confidence))
        {
            foreach (var row in table.Rows.Where(row => Fits(row, care, inquiry)))
                Describe(composer, row, found.Layer);
            composer.Rest(table.Record);
        }
        if (kind == AnswerKind.AskBack)
            return composer.AskPlace<OutpatientTable>(table => table.Rows.Any(row => Fits(row, care, inquiry))).Build(kind);
        if (kind == AnswerKind.NotPublished || isNational)
            composer.PointTo(ContactPurpose.Insurance);
        return composer.NameLayer(found.Layer, "门诊报销标准")
            .Next("高血压买药能报吗", "住院能报多少", "哪些费用不能报")
            .Build(kind);
    }

    private static bool Fits(OutpatientRow row, CareKind? care, Inquiry inquiry) =>
        (care is null || row.Care == care)
        && (row.Group is Person.Resident or Person.TwoDiseasesPatient || inquiry.Persons.IsEmpty || inquiry.Is(row.Group))
        && (inquiry.HospitalLevel is null || row.Level is null || CareTerms.SameLevel(row.Level.Value, inquiry.HospitalLevel.Value));

    private static void Describe(AnswerComposer composer, OutpatientRow row, Region layer)
    {
        var place = layer.Level == RegionLevel.Nation ? "" : layer.FullName;
        var who = row.Group is Person.Resident or Person.TwoDiseasesPatient ? "" : ChineseNames.Of(row.Group);
        var level = row.Level is { } at ? ChineseNames.Of(at) : "";
        var parts = new List<string>();
        if (row.Ratio is { } ratio)
            parts.Add($"报{ratio.Text}");
        if (row.Deductible is { } deductible)
            parts.Add(deductible.Number?.High == 0 ? "不设起付线（0元）" : $"起付线{deductible.Text}");
        if (row.AnnualCeiling is { } ceiling)
            parts.Add($"一年最多{ceiling.Text}");
        var what = $"{place}{who}{level}{ChineseNames.Of(row.Care)}";
        if (parts.Count > 0)
            composer.Say($"{what}：{string.Join("，", parts)}。").Show(row.Ratio, row.Deductible, row.AnnualCeiling);
        if (row.Condition is { } condition)
            composer.Detail(parts.Count > 0 ? condition : $"{what}：{condition}");
    }
}

/// <summary>The rules on care elsewhere as sentences.</summary>
internal static class ElsewhereText
{
    public static string Of(ElsewhereRule rule) => rule switch
    {
        ElsewhereRule.MinusPoints minus => $"{minus.Case}：报销比例比本地低{minus.Points.Text}。",
        ElsewhereRule.PayFirst first => $"{first.Case}：先自己付{first.Share.Text}，余下的按本地比例报。",
        ElsewhereRule.OwnTerms { Deductible: { } deductible, Ratio: { } ratio } own => $"{own.Case}：起付线{deductible.Text}，报{ratio.Text}。",
        ElsewhereRule.OwnTerms { Deductible: { } deductible } own => $"{own.Case}：起付线{deductible.Text}。",
        ElsewhereRule.OwnTerms { Ratio: { } ratio } own => $"{own.Case}：报{ratio.Text}。",
        ElsewhereRule.AsAtHome home => $"{home.Case}：和本地一样报。",
        _ => rule.Case,
    };
}
