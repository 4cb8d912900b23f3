using System.Collections.Immutable;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>
/// The same question as other people type it: each way spoils a message by a fixed table, so that a run can be repeated.
/// A message that a way does not change says nothing about it and is left out.
/// </summary>
internal static class Noise
{
    private static readonly ImmutableArray<(string Right, string Wrong)> Homophones =
        [("医保", "医宝"), ("报销", "报肖"), ("缴费", "缴非"), ("住院", "主院"), ("门诊", "门疹"), ("比例", "比列"), ("截止", "节止"), ("备案", "备按"), ("参保", "叁保"), ("新生儿", "新生而"), ("交", "缴")];

    private static readonly ImmutableArray<(string Right, string Wrong)> Pinyin =
        [("居民医保", "jumin yibao"), ("医保", "yibao"), ("报销", "baoxiao"), ("住院", "zhuyuan"), ("门诊", "menzhen"), ("多少钱", "duoshaoqian"), ("多少", "duoshao"), ("缴费", "jiaofei"), ("怎么", "zenme"), ("什么时候", "shenmeshihou")];

    private static readonly ImmutableArray<ImmutableArray<(string Right, string Wrong)>> Dialects =
    [
        [("怎么", "咋个"), ("什么时候", "好久"), ("多少", "好多"), ("哪里", "哪儿"), ("孩子", "娃儿"), ("没有", "没得"), ("什么", "啥子"), ("吗", "不嘛")],
        [("怎么", "点样"), ("什么时候", "几时"), ("多少", "几多"), ("哪里", "边度"), ("孩子", "细路"), ("没有", "冇"), ("什么", "乜嘢"), ("现在", "而家"), ("的", "嘅")],
        [("怎么", "哪能"), ("什么时候", "啥辰光"), ("多少钱", "几钿"), ("哪里", "啥地方"), ("孩子", "小囡"), ("吗", "伐"), ("现在", "现在辰光")],
        [("怎么", "咋"), ("什么时候", "啥前儿"), ("多少钱", "多儿钱"), ("哪里", "哪嘎达"), ("孩子", "小崽子"), ("什么", "啥")],
        [("怎么", "咋着"), ("什么时候", "啥时候"), ("哪里", "哪搭"), ("什么", "啥"), ("吗", "不"), ("我", "俺")],
        [("怎么", "么样"), ("什么时候", "么子时候"), ("多少", "几多"), ("哪里", "何地"), ("孩子", "伢"), ("没有", "冒得"), ("什么", "么子")],
    ];

    /// <summary>Ways to spoil a message, by name.</summary>
    public static ImmutableArray<(string Name, Func<string, string> Spoil)> Ways { get; } =
    [
        ("同音错字", message => Replaced(message, Homophones)),
        ("拼音", message => Replaced(message, Pinyin)),
        ("繁体", Traditional),
        ("全角", message => string.Concat(message.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter))),
        ("表情和客套", message => $"🙏您好，麻烦问一下哈，{message}谢谢了😊"),
        .. new[] { "四川话", "粤语", "吴语", "东北话", "河南话", "湘赣话" }.Select((name, i) => (name, (Func<string, string>)(message => Replaced(message, Dialects[i])))),
    ];

    private static string Replaced(string message, ImmutableArray<(string Right, string Wrong)> table) =>
        table.Aggregate(message, (text, pair) => text.Replace(pair.Right, pair.Wrong, StringComparison.Ordinal));

    private static string Traditional(string message) =>
        string.Concat(message.Select(letter => TraditionalOf.GetValueOrDefault(letter, letter)));

    private static readonly Dictionary<char, char> TraditionalOf = Bot.Lexicon.Simplified
        .Where(pair => pair.Key != pair.Value).OrderBy(pair => pair.Key).GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.First().Key);
}
