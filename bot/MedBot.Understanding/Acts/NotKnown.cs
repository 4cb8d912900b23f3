using System.Text.RegularExpressions;

namespace MedBot.Understanding.Acts;

/// <summary>Whether a message only tells that a fact of the resident's own is not known: 不知道是几级, 花了多少不清楚. How or where to pay is no such fact, but a question: 不知道怎么交.</summary>
internal static partial class NotKnown
{
    /// <summary>Characters of such a message.</summary>
    private const int Longest = 24;

    public static bool Says(string text) => text.Length <= Longest && Messages.IsMatch(text);

    private const string Unknown = "(?:不知道|不晓得|不清楚|不了解|不确定|不记得|没数|没算过?|没问过?|没注意|没看过?|记不清|记不住|忘记|说不准|说不清|拿不准|没印象|不懂)";

    private const string Fact = "(?:几级|哪级|哪一级|几甲|级别|等级|什么级别|什么等级|什么级|什么医院|哪家医院|多少钱|多少|几万|几千|总数|总额|多少|费用|账单|自费|报了多少|哪天|几号|几月|哪年|几年|多少年|多久|第几次|几次)";

    private const string Small = "(?>(?:我|俺|他|她|它|这|那|个|这个|那个|家|医院|也|都|真|还|就|是|算|属于|的|有|了|到底|具体|总共|一共|大概|花|花了|用|用了|断|断了|生|生的|交的|住的|住|部分|呢|啊|呀|哦|诶|哎|嘛|吧|欸|,|，|。|\\.|!|~| )*)";

    [GeneratedRegex(@"\A" + Small + "(?:" + Unknown + Small + Fact + "(?:" + Small + Fact + ")?|" + Fact + "(?:" + Small + Fact + ")?" + Small + Unknown + ")" + Small + @"\z")]
    private static partial Regex Messages { get; }
}
