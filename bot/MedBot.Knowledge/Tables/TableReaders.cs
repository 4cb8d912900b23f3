using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Knowledge.Tables;

/// <summary>One reader for each kind of table: what keys a version has, and what each figure is called.</summary>
internal static class TableReaders
{
    public static FrozenDictionary<string, Func<YamlMap, PolicyRecord, PolicyTable>> ByName { get; } =
        new Dictionary<string, Func<YamlMap, PolicyRecord, PolicyTable>>
        {
            ["premiums"] = Premiums,
            ["collection-windows"] = CollectionWindows,
            ["collection-rules"] = CollectionRules,
            ["aid"] = Aid,
            ["inpatient"] = Inpatient,
            ["outpatient"] = Outpatient,
            ["serious-illness"] = SeriousIllness,
            ["maternity"] = Maternity,
            ["coverage"] = Coverage,
            ["newborn"] = Newborn,
            ["waiting-periods"] = WaitingPeriods,
            ["comparison"] = Comparison,
            ["contacts"] = Contacts,
        }.ToFrozenDictionary();

    private static PremiumTable Premiums(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new PremiumTable(record, Rows(version, row =>
        {
            var group = GroupOf(row);
            return new PremiumRow(
                group,
                figures.Optional(row, "own_yuan", $"{ChineseNames.Of(group)}个人缴费标准（每人每年）"),
                figures.Optional(row, "subsidy_yuan", $"{ChineseNames.Of(group)}财政补助标准（每人每年）"));
        }));
    }

    private static CollectionWindow CollectionWindows(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new CollectionWindow(
            record,
            figures.OptionalDay(version, "first_day", "缴费开始日"),
            figures.Day(version, "last_day", "缴费截止日"),
            figures.Optional(version, "pay_from_day", "每月可缴费的第一天"),
            figures.Optional(version, "pay_to_day", "每月可缴费的最后一天"),
            figures.Optional(version, "batch_day", "银行批量扣款日（每月）"));
    }

    private static CollectionRule CollectionRules(YamlMap version, PolicyRecord record) =>
        new(record, version.Text("rule"), FreeFigures(version, record));

    private static AidTable Aid(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        var premium = version.Maps("premium").Select(row =>
        {
            var group = GroupOf(row);
            var read = new PremiumAidRow(
                group,
                figures.Optional(row, "own_yuan", $"{ChineseNames.Of(group)}每年个人实际缴费"),
                figures.Optional(row, "relief_percent", $"{ChineseNames.Of(group)}参保资助比例"),
                row.OptionalText("condition"));
            row.End();
            return read;
        }).ToImmutableArray();
        var care = version.Maps("care").Select(row =>
        {
            var group = GroupOf(row);
            var item = row.OptionalText("item") ?? "住院";
            var read = new CareAidRow(
                group,
                item,
                figures.Optional(row, "deductible_yuan", $"{ChineseNames.Of(group)}{item}医疗救助起付线（每年）"),
                figures.Optional(row, "ratio_percent", $"{ChineseNames.Of(group)}{item}医疗救助比例"),
                figures.Optional(row, "annual_ceiling_yuan", $"{ChineseNames.Of(group)}{item}医疗救助年度限额"),
                row.OptionalText("condition"));
            row.End();
            return read;
        }).ToImmutableArray();
        return new AidTable(record, premium, care);
    }

    private static InpatientTable Inpatient(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new InpatientTable(
            record,
            figures.Optional(version, "overall_ratio_percent", "政策范围内住院费用基金支付总体水平"),
            figures.Optional(version, "general_ratio_percent", "居民医保一般报销比例"),
            figures.Optional(version, "annual_ceiling_yuan", "年度最高支付限额（封顶线）"),
            Rows(version, row =>
            {
                var group = GroupOf(row);
                var level = row.OptionalChoice("level", Vocabulary.Levels);
                var where = WhoAndWhere(group, level);
                return new InpatientRow(
                    group,
                    level,
                    figures.Optional(row, "ratio_percent", $"{where}住院报销比例"),
                    figures.Optional(row, "deductible_yuan", $"{where}住院起付线"),
                    figures.Optional(row, "later_deductible_yuan", $"{where}当年第二次起的住院起付线"),
                    row.OptionalText("condition"));
            }),
            [.. version.Maps("elsewhere").Select(rule => ElsewhereRuleOf(rule, figures))])
        {
            ClassBFirstPay = figures.Optional(version, "class_b_first_pay_percent", "乙类药品和诊疗项目先行自付比例"),
        };
    }

    private static ElsewhereRule ElsewhereRuleOf(YamlMap rule, FigureReader figures)
    {
        var which = rule.Text("case");
        ElsewhereRule read = rule.Text("method", "minus_points、pay_first、own_terms、as_at_home") switch
        {
            "minus_points" => new ElsewhereRule.MinusPoints(which, figures.Required(rule, "minus_points", $"{which}比例降低")),
            "pay_first" => new ElsewhereRule.PayFirst(which, figures.Required(rule, "first_pay_percent", $"{which}先行自付比例")),
            "own_terms" => new ElsewhereRule.OwnTerms(
                which,
                figures.Optional(rule, "deductible_yuan", $"{which}住院起付线"),
                figures.Optional(rule, "ratio_percent", $"{which}住院报销比例")),
            "as_at_home" => new ElsewhereRule.AsAtHome(which),
            var other => throw rule.Wrong("method", other, "minus_points、pay_first、own_terms、as_at_home"),
        };
        rule.End();
        return read;
    }

    private static OutpatientTable Outpatient(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new OutpatientTable(record, Rows(version, row =>
        {
            var care = row.Choice("care", Vocabulary.CareKinds);
            var group = GroupOf(row);
            var level = row.OptionalChoice("level", Vocabulary.Levels);
            var where = WhoAndWhere(group, level) + ChineseNames.Of(care);
            return new OutpatientRow(
                care,
                group,
                level,
                figures.Optional(row, "ratio_percent", $"{where}报销比例"),
                figures.Optional(row, "deductible_yuan", $"{where}起付线"),
                figures.Optional(row, "annual_ceiling_yuan", $"{where}年度限额"),
                row.OptionalText("condition"));
        }));
    }

    private static SeriousIllnessTable SeriousIllness(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        var bands = version.Maps("bands").Select(band =>
        {
            var group = GroupOf(band);
            var label = group == Person.Resident ? "大病保险" : $"{ChineseNames.Of(group)}大病保险";
            var edge = (band.OptionalText("above_yuan"), band.OptionalText("up_to_yuan")) switch
            {
                (null, null) => "",
                (var above, null) => $"{above}元以上",
                (null, var upTo) => $"{upTo}元以内",
                var (above, upTo) => $"{above}元至{upTo}元",
            };
            var read = new SeriousIllnessBand(
                group,
                figures.Optional(band, "above_yuan", $"{label}{edge}分段下限"),
                figures.Optional(band, "up_to_yuan", $"{label}{edge}分段上限"),
                figures.Required(band, "ratio_percent", $"{label}{edge}报销比例"),
                figures.Optional(band, "deductible_yuan", $"{label}起付线"));
            band.End();
            return read;
        }).ToImmutableArray();
        return new SeriousIllnessTable(
            record,
            figures.Optional(version, "deductible_yuan", "大病保险起付线"),
            figures.Optional(version, "uplift_points", "大病保险在基本医保之上再提高"),
            figures.Optional(version, "ceiling_yuan", "大病保险年度最高支付限额"),
            figures.Optional(version, "extra_premium_yuan", "大病保险另行缴费"),
            bands,
            [.. version.Maps("rewards").Select(figures.Free)])
        {
            HardshipDeductibleShare = figures.Optional(version, "hardship_deductible_percent", "困难群众大病保险起付线按普通居民的"),
            HardshipIsUncapped = version.OptionalYesNo("hardship_uncapped") ?? false,
        };
    }

    private static MaternityTable Maternity(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new MaternityTable(record, Rows(version, row =>
        {
            var item = row.Text("item");
            return new MaternityRow(
                item,
                figures.Optional(row, "amount_yuan", $"{item}支付限额"),
                figures.Optional(row, "ratio_percent", $"{item}报销比例"),
                row.OptionalText("condition"));
        }));
    }

    private static CoverageTable Coverage(YamlMap version, PolicyRecord record)
    {
        var item = version.Text("item");
        return new CoverageTable(
            record,
            item,
            version.Texts("other_names"),
            version.OptionalYesNo("covered") ?? throw version.WrongHere("缺少“covered”", "covered: true 或 false"),
            new FigureReader(record).Optional(version, "ratio_percent", $"{item}报销比例"),
            version.OptionalText("condition"));
    }

    private static NewbornTable Newborn(YamlMap version, PolicyRecord record)
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

    private static WaitingPeriodTable WaitingPeriods(YamlMap version, PolicyRecord record)
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

    private static ComparisonTable Comparison(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new ComparisonTable(record, Rows(version, row => new ComparisonRow(
            row.Text("aspect"),
            row.Text("resident"),
            row.Text("employee"),
            [.. row.Maps("figures").Select(figures.Free)])));
    }

    private static ContactTable Contacts(YamlMap version, PolicyRecord record)
    {
        var figures = new FigureReader(record);
        return new ContactTable(record, Rows(version, row =>
        {
            var office = row.Text("office");
            return new ContactRow(office, row.Choice("purpose", Vocabulary.Purposes), figures.Characters(row, "phone", office), row.OptionalText("condition"));
        }));
    }

    private static ImmutableArray<T> Rows<T>(YamlMap version, Func<YamlMap, T> read) => version.Maps("rows").Select(row =>
    {
        var value = read(row);
        row.End();
        return value;
    }).ToImmutableArray();

    private static ImmutableArray<Figure> FreeFigures(YamlMap version, PolicyRecord record) =>
        [.. version.Maps("figures").Select(new FigureReader(record).Free)];

    private static Person GroupOf(YamlMap row) => row.OptionalChoice("group", Vocabulary.Groups) ?? Person.Resident;

    private static string WhoAndWhere(Person group, HospitalLevel? level) =>
        (group == Person.Resident ? "" : ChineseNames.Of(group)) + (level is { } at ? ChineseNames.Of(at) : "");
}
