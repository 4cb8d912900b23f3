using System.Text.RegularExpressions;
using MedBot.Policy.Answers;

namespace MedBot.Dialogs.Tests;

/// <summary>
/// Answers use the words that people use. Names of documents, of entries in an app and what is quoted keep theirs, and so do
/// labels of figures, which name what the source names.
/// </summary>
public sealed partial class PlainWords
{
    /// <summary>Words of office, and what stands in their place.</summary>
    public static TheoryData<string, string> OfOffice => new()
    {
        { "缴纳", "交" },
        { "予以", "（不要）" },
        { "不予", "不" },
        { "给予", "给" },
        { "应当", "要、该" },
        { "(?<!必)须(?!知)", "要" },
        { "参保人员", "参保人、您" },
        { "经办机构", "医保中心" },
        { "定点医疗机构", "定点医院" },
        { "之日起", "那天起" },
        { "逾期", "超过期限" },
        { "届时", "到时候" },
        { "方可", "才能" },
        { "即可", "就行" },
        { "征缴", "缴费" },
        { "即时", "马上" },
        { "起付标准", "起付线" },
        { "携带", "带上" },
        { "领取", "领" },
        { "据此", "所以" },
        { "该项", "这项" },
        { "系指", "是指" },
        { "敬请|烦请", "请" },
        { "上述", "上面" },
        { "相关(?:规定|部门|手续|材料)", "规定、部门……" },
        { "进行(?:缴费|办理|查询|登记|报销)", "缴费、办、查……" },
        { "个人缴(?!费)", "个人交" },
        { "上调|提高缴费", "调整" },
    };

    [Theory, MemberData(nameof(OfOffice))]
    public void NoAnswerUsesAWordOfOfficeWhereThereIsAPlainOne(string word, string plain)
    {
        var wrong = EverythingAsked.Answers
            .SelectMany(one => Texts(one.Answer).Select(text => (one.Where, Text: text)))
            .Where(one => Regex.IsMatch(Named.Replace(one.Text, ""), word))
            .DistinctBy(one => one.Text)
            .Take(8)
            .Select(one => $"{one.Where}：{one.Text}")
            .ToList();

        Assert.True(wrong.Count == 0, $"“{word}”应写成“{plain}”：\n{string.Join("\n", wrong)}");
    }

    /// <summary>What is said in our own words; a figure's label that is told as a line of its own is the source's.</summary>
    private static IEnumerable<string> Texts(Answer answer) =>
        answer.Details.Prepend(answer.Summary).Concat(answer.Warnings).Concat(answer.Steps.Select(step => step.Name)).Concat(answer.FollowUps.Select(button => button.Title))
            .Select(text => answer.Figures.Aggregate(text, (rest, figure) => rest.Replace(figure.Label, "", StringComparison.Ordinal)));

    [GeneratedRegex("“[^”]*”|《[^》]*》|社保缴纳|税务社保缴费")]
    private static partial Regex Named { get; }
}
