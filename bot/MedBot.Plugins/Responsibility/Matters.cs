using System.Text.RegularExpressions;

namespace MedBot.Plugins.Responsibility;

/// <summary>Reads from a question's words what somebody needs an office for, and whether it asks for one.</summary>
internal static partial class Matters
{
    public static Matter Of(string question) =>
        Hospital.IsMatch(question) ? Matter.Hospital
        : Card.IsMatch(question) ? Matter.Card
        : Payment.IsMatch(question) ? Matter.Payment
        : Insurance.IsMatch(question) ? Matter.Insurance
        : Matter.Any;

    /// <summary>True when it asks who is responsible: 找谁, 归谁管.</summary>
    public static bool AsksWho(string question) => Who.IsMatch(question);

    /// <summary>True when something is wrong with the card itself.</summary>
    public static bool IsAboutBrokenCard(string question) => Card.IsMatch(question) && Broken.IsMatch(question);

    [GeneratedRegex("找谁|问谁|归谁|谁管|谁负责|哪个部门|什么部门|哪个单位|找哪|问哪个|打哪个|打什么电话|去哪个窗口|哪个窗口")]
    private static partial Regex Who { get; }

    [GeneratedRegex("押金|预交金|出院结算|结算窗口|结算单|病历|出院小结|诊断证明|费用清单|(?:住院|医院)的?(?:发票|票据|账单|单子)|(?:卡|压|扣)在医院|医院(?:不给|不让|不肯|拒|没给|乱收)")]
    private static partial Regex Hospital { get; }

    [GeneratedRegex("社保卡|社会保障卡|实体卡|人社|医保卡")]
    private static partial Regex Card { get; }

    [GeneratedRegex("丢|掉了|坏|消磁|挂失|补办|补卡|换卡|制卡|领卡|密码|找不到|不见了|刷不出|读不出")]
    private static partial Regex Broken { get; }

    [GeneratedRegex("[缴交]费|[缴交]钱|[缴交]医保|[缴交]不|扣[款钱费错了两]|重复[缴交]|多[缴交扣]|退[费款钱]|没扣|税务|发票|票据|[缴交]了")]
    private static partial Regex Payment { get; }

    [GeneratedRegex("报销|报不|没报|参保|登记|备案|异地|转移|慢病|慢特病|待遇|医保局|停保|断保|凭证")]
    private static partial Regex Insurance { get; }
}
