using MedBot.Knowledge.Records;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using static MedBot.Knowledge.Tables.TableRows;

namespace MedBot.Knowledge.Tables;

/// <summary>Reads the tables on being insured: 新生儿、等待期、两种医保的比较、咨询渠道.</summary>
internal static class EnrolmentTableReaders
{
    public static NewbornTable Newborn(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new NewbornTable(
            record,
            version.OptionalChoice("group", Vocabulary.Groups) ?? Person.Newborn,
            figures.Optional(version, "enrol_within_days", "新生儿参保期限（自出生起）"),
            version.OptionalChoice("cover_start", Vocabulary.CoverStarts),
            figures.Optional(version, "late_wait_days", "超期参保等待期") ?? figures.Optional(version, "late_wait_months", "超期参保等待期"),
            version.OptionalChoice("late_cover_start", Vocabulary.CoverStarts),
            version.OptionalYesNo("late_retroactive"),
            figures.Optional(version, "late_cost_yuan", "超期参保另补的财政补助部分"),
            figures.Optional(version, "first_year_premium_yuan", "出生当年个人缴费"),
            figures.Optional(version, "december_birth_premium_years", "十二月出生须缴费的年度数"),
            version.Texts("terms"));
    }

    public static WaitingPeriodTable WaitingPeriods(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new WaitingPeriodTable(
            record,
            figures.Optional(version, "fixed_months", "固定待遇等待期") ?? figures.Optional(version, "fixed_days", "固定待遇等待期"),
            figures.Optional(version, "per_extra_year_months", "每多断保一年增加的变动等待期"),
            figures.Optional(version, "per_year_repaid_months", "每补缴一年减少的变动等待期"),
            figures.Optional(version, "at_most_months", "等待期上限"),
            figures.Optional(version, "grace_after_employee_months", "职工医保中断后转入的免等待期限"),
            [.. version.Texts("exempt").Select(word => Vocabulary.Groups.TryGetValue(word, out var group) ? group : throw version.Wrong("exempt", word, string.Join("、", Vocabulary.Groups.Keys)))],
            version.Texts("terms"))
        {
            CountLapsedFrom = figures.Optional(version, "count_lapsed_from_year", "断保年份从哪年起算"),
        };
    }

    public static ComparisonTable Comparison(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new ComparisonTable(record, Rows(version, row => new ComparisonRow(
            row.Text("aspect"),
            row.Text("resident"),
            row.Text("employee"),
            [.. row.Maps("figures").Select(figures.Free)])));
    }

    public static ContactTable Contacts(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new ContactTable(record, Rows(version, row =>
        {
            var office = row.Text("office");
            return new ContactRow(office, row.Choice("purpose", Vocabulary.Purposes), figures.Characters(row, "phone", office), row.OptionalText("condition"));
        }));
    }
}
