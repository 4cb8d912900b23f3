using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>How much of an outpatient bill is paid: 普通门诊, 两病, 慢特病.</summary>
/// <param name="ratios">Answers with what is recorded when there is no ratio for the case.</param>
internal sealed class VisitEstimate(PolicyBook book, IPlugin ratios)
{
    public Answer Answer(Inquiry inquiry, CareKind care, decimal total)
    {
        var found = book.Find<OutpatientTable>(inquiry.Place, inquiry.Today, condition: table => table.Rows.Any(row => IsFor(row, care, inquiry) && IsAt(row, inquiry.HospitalLevel)));
        var rows = found.Tables.SelectMany(table => table.Rows).Where(row => IsFor(row, care, inquiry)).ToList();
        if (rows.Count == 0)
            return ratios.Answer(inquiry);
        var level = inquiry.HospitalLevel;
        var isOpen = level is null && !rows.Exists(row => row.Level is null && row.Ratio is not null);
        if (isOpen && rows.Where(row => row.Level is not null).DistinctBy(row => (row.Ratio?.Text, row.Deductible?.Text)).Skip(1).Any())
        {
            if (inquiry.Unknown.Contains(Fact.HospitalLevel))
                return EstimateText.WithoutSum(ratios.Answer(inquiry), "不知道医院级别，算不出准数，先看比例。");
            return new AnswerComposer(book, inquiry).Say("在哪一级医院看的？级别不同，报的比例不同。")
                .Ask(Fact.HospitalLevel).Next(EstimateText.LevelButtons).Build(AnswerKind.AskBack);
        }
        if (isOpen)
            level = rows.Find(row => row.Ratio is not null)?.Level;

        var fitting = rows.Where(row => CareTerms.LevelFit(row.Level, level) is not null)
            .OrderBy(row => CareTerms.GroupFit(row.Group, inquiry)).ThenBy(row => CareTerms.LevelFit(row.Level, level)).ToList();
        if (fitting.Find(row => row.Ratio is not null) is not { Ratio: { } ratio } chosen)
            return NotRecorded(inquiry, care, rows, fitting, found);

        var deductible = chosen.Deductible is null ? fitting.Find(row => row.Deductible is not null) : chosen;
        var ceiling = chosen.AnnualCeiling is null ? fitting.Find(row => row.AnnualCeiling is not null) : chosen;
        var composer = new AnswerComposer(book, inquiry).AsAtHome(inquiry)
            .Settle($"{EstimateText.PlaceOf(found.Layer)}{ChineseNames.Of(care)}", new BillTerms(ratio, deductible?.Deductible, ceiling?.AnnualCeiling), EstimateText.BillOf(inquiry, total));
        foreach (var condition in new[] { chosen, deductible, ceiling }.Select(row => row?.Condition).OfType<string>().Distinct())
            composer.Detail(condition);
        composer.NameAssumedLevel(inquiry).TellOtherGroups(book, inquiry, found.Layer, care);
        return composer.FinishEstimate(inquiry, found.Layer, ratio);
    }

    /// <summary>The place speaks of this care but gives no ratio for the level: no other level's ratio stands in for it.</summary>
    private Answer NotRecorded(Inquiry inquiry, CareKind care, List<OutpatientRow> rows, List<OutpatientRow> fitting, Finding<OutpatientTable> found)
    {
        var name = ChineseNames.Of(care);
        var where = inquiry.HospitalLevel is { } level ? ChineseNames.Of(level) : "";
        var composer = new AnswerComposer(book, inquiry)
            .Say($"{EstimateText.PlaceOf(found.Layer)}{where}{name}的报销比例还没有收录，算不出能报多少。");
        foreach (var row in fitting)
        {
            foreach (var (figure, words) in new[] { (row.Deductible, "起付线"), (row.AnnualCeiling, "一年最多") })
            {
                if (figure is not null)
                    composer.Detail($"{EstimateText.NameOf(row.Group, row.Level)}{name}{words}{figure.Text}。").Show(figure);
            }
            if (row.Condition is { } condition)
                composer.Detail(condition);
        }
        foreach (var table in found.Tables)
            composer.Rest(table.Record);
        var recorded = rows.Where(row => row.Ratio is not null).Select(row => EstimateText.NameOf(row.Group, row.Level)).Where(one => one.Length > 0).Distinct().ToList();
        if (recorded.Count > 0)
            composer.Detail($"收录了比例的只有{string.Join("、", recorded)}。");
        if (inquiry.Region is null)
            return composer.AskPlace<OutpatientTable>().Build(AnswerKind.AskBack);
        return composer.PointTo(ContactPurpose.Insurance).Next("门诊报销比例是多少", "住院能报多少").Build(AnswerKind.NotPublished);
    }

    private static bool IsAt(OutpatientRow row, HospitalLevel? level) => level is null || CareTerms.LevelFit(row.Level, level) is not null;

    private static bool IsFor(OutpatientRow row, CareKind care, Inquiry inquiry) => row.Care == care && CareTerms.GroupFit(row.Group, inquiry) is not null;
}
