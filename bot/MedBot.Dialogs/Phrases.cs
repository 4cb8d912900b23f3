using System.Text.RegularExpressions;

namespace MedBot.Dialogs;

/// <summary>What residents say to the dialog itself rather than to ask something, as whole messages.</summary>
internal static partial class Phrases
{
    /// <summary>The button for somebody who does not know what is asked for.</summary>
    public const string NotKnown = "不知道";

    /// <summary>True for a message by which somebody does not tell what is being asked for: 不知道, 跳过, 记不清了.</summary>
    public static bool PassesOver(string message) => Passing.IsMatch(message);

    /// <summary>True for a message that says no more than that somebody does not know.</summary>
    public static bool SaysUnknown(string message) => Unknown.IsMatch(message);

    /// <summary>True for 更多, 说详细点: the last answer in full.</summary>
    public static bool AsksForMore(string message) => More.IsMatch(message);

    /// <summary>True for 给工作人员看: what was said, for somebody at a counter to read.</summary>
    public static bool IsForStaff(string message) => ForStaff.IsMatch(message);

    /// <summary>True when the steps of a sum are wanted, rather than a reason.</summary>
    public static bool AsksForSteps(string message) => Steps.IsMatch(message);

    [GeneratedRegex(@"\A[\s，,。.!！~]*(?:我|这个|这|俺|那个|也|真|都|就|还|实在|我们|先){0,3}(?:不知道|不晓得|不清楚|不了解|不明白|不懂|不记得|记不[得清住]了?|想不起来|忘了|忘记了|说不[清准好上]来?|弄不清|搞不清|没印象|不确定|拿不准|不好说|没数|不想说|不方便说|不愿说|不说行吗|跳过|略过|下一个|随便|都行|没有|没|无|不告诉你|pass|不晓得哦)(?:啊|呀|了|哦|呢|的|欸|哎|诶|吧|这个|这步|这一步|该怎么说|怎么说|是哪一?级|哪一?级|几级|多少|是多少|在哪)*[\s，,。.!！~]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Passing { get; }

    [GeneratedRegex(@"\A[\s，,。.!！]*(?:我|这个|俺|也|真|都|就|还)*(?:不知道|不晓得|不清楚|不了解|不懂|说不清楚?|搞不清楚?|弄不清楚?)(?:啊|呀|了|哦|呢|的|哎|诶)*[\s，,。.!！]*\z")]
    private static partial Regex Unknown { get; }

    [GeneratedRegex(@"\A[\s，,。.!！]*(?:请|麻烦|再|能不能|可以|给我|帮我|我要|我想|想)*(?:看|说|讲|给|发|来)?(?:更多|更多内容|详细|详情|详细内容|详细的?[点些]?|详细一点|细一点|具体[点些]|具体一点|展开|展开说说|全部|全文|完整的?|完整内容|看全部|后面的|后面的内容|下一页|more)(?:看|说|讲|说说|讲讲|一下|吧|呢|吗|点)*[\s，,。.!！]*\z", RegexOptions.IgnoreCase)]
    private static partial Regex More { get; }

    [GeneratedRegex(@"(?:[给拿]|出示)(?:去|到|你们|这里的?)?(?:窗口|柜台|医院)?(?:的)?(?:工作人员|办事员|办事人员|柜台|窗口|人家|医生|护士|医保局|村干部|社区)(?:的人?)?(?:看|念|瞧)|(?:总结|小结|汇总|概括)(?:一下|给)?(?:给我|我说的|我的情况|刚才说的|情况)?\z")]
    private static partial Regex ForStaff { get; }

    [GeneratedRegex("算|步骤|明细|怎么来|怎么得|式")]
    private static partial Regex Steps { get; }
}
