using System.Text.RegularExpressions;

namespace MedBot.LanguageModel.Fence;

/// <summary>The words by which a sentence says what its numbers are about. Meanings are numbered within their group.</summary>
internal static partial class TraitWords
{
    private static readonly (Regex Words, TraitWord Means)[] All =
    [
        (Community, new(TraitGroup.Level, 0)), (Primary, new(TraitGroup.Level, 1)), (Secondary, new(TraitGroup.Level, 2)), (Tertiary, new(TraitGroup.Level, 3)),
        (Deductible, new(TraitGroup.Item, 0)), (Ratio, new(TraitGroup.Item, 1)), (Ceiling, new(TraitGroup.Item, 2)), (Premium, new(TraitGroup.Item, 3)),
        (Subsidy, new(TraitGroup.Item, 4)), (Waiting, new(TraitGroup.Item, 5)), (OwnShare, new(TraitGroup.Item, 6)),
        (Newborn, new(TraitGroup.Person, 0)), (Student, new(TraitGroup.Person, 1)), (University, new(TraitGroup.Person, 2)), (Hardship, new(TraitGroup.Person, 3)), (Elderly, new(TraitGroup.Person, 4)),
        (Inpatient, new(TraitGroup.Care, 0)), (Outpatient, new(TraitGroup.Care, 1)), (Chronic, new(TraitGroup.Care, 2)), (Maternity, new(TraitGroup.Care, 3)),
    ];

    /// <summary>Every such word with where it stands.</summary>
    public static List<(int Start, int Length, TraitWord Word)> In(string text)
    {
        var found = new List<(int, int, TraitWord)>();
        foreach (var (words, means) in All)
        {
            foreach (var match in words.EnumerateMatches(text))
                found.Add((match.Index, match.Length, means));
        }
        return found;
    }

    [GeneratedRegex("社区|乡镇卫生院|卫生院|卫生室|community")]
    private static partial Regex Community { get; }

    [GeneratedRegex("一级(?:医院|医疗机构|定点|及以下)?|primary")]
    private static partial Regex Primary { get; }

    [GeneratedRegex("二级(?:医院|医疗机构|定点)?|县级医院|县医院|secondary|level 2")]
    private static partial Regex Secondary { get; }

    [GeneratedRegex("三级(?:医院|医疗机构|定点)?|三甲|tertiary|level 3")]
    private static partial Regex Tertiary { get; }

    [GeneratedRegex("起付线|起付标准|门槛费|deductible")]
    private static partial Regex Deductible { get; }

    [GeneratedRegex("报销|(?:能|可以?|就|都|再|先|按)报|报(?=至少|最高|约|[0-9一二三四五六七八九十百])|支付比例|reimburse")]
    private static partial Regex Ratio { get; }

    [GeneratedRegex("封顶线?|最高支付限额|年度限额|最多报|一年最多|ceiling")]
    private static partial Regex Ceiling { get; }

    [GeneratedRegex("个人缴费?|缴费标准|保费|要[交缴]|[交缴](?=至少|约|[0-9一二三四五六七八九])|premium")]
    private static partial Regex Premium { get; }

    [GeneratedRegex("财政|补助|补贴|subsid")]
    private static partial Regex Subsidy { get; }

    [GeneratedRegex("等待期|等待|要等|才能报|waiting")]
    private static partial Regex Waiting { get; }

    [GeneratedRegex("自己[付掏出]|个人负担|自付|自负")]
    private static partial Regex OwnShare { get; }

    [GeneratedRegex("新生儿|新生婴儿|newborn")]
    private static partial Regex Newborn { get; }

    [GeneratedRegex("(?<!大)学生|少儿|儿童|小孩|student|child")]
    private static partial Regex Student { get; }

    [GeneratedRegex("大学生|university")]
    private static partial Regex University { get; }

    [GeneratedRegex("低保|特困|孤儿|返贫|困难|低收入")]
    private static partial Regex Hardship { get; }

    [GeneratedRegex("老年|老人|elderly")]
    private static partial Regex Elderly { get; }

    [GeneratedRegex("住院|inpatient|hospitali[sz]")]
    private static partial Regex Inpatient { get; }

    [GeneratedRegex("门诊|outpatient")]
    private static partial Regex Outpatient { get; }

    [GeneratedRegex("慢特病|慢性病|特殊病")]
    private static partial Regex Chronic { get; }

    [GeneratedRegex("生育|分娩|顺产|剖宫产|maternity")]
    private static partial Regex Maternity { get; }
}
