using System.Collections.Frozen;

namespace MedBot.Search.Analysis;

/// <summary>The words of each <see cref="StopWordKind"/>, as the segmenter cuts them.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, StopWordKind>.AlternateLookup<ReadOnlySpan<char>> ByWord = Build();

    public static StopWordKind KindOf(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var kind) ? kind : StopWordKind.None;

    private static FrozenDictionary<string, StopWordKind>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var words = new Dictionary<string, StopWordKind>(StringComparer.Ordinal);
        Add(StopWordKind.Function, """
            的 地 得 了 着 是 在 和 与 及 或 而 且 但 也 都 就 才 又 还 再 则 即 把 被 给 让 对 从 向 往 于 由 以 为 之 其 此 该 这 那 个 些
            我 你 您 他 她 它 我们 你们 他们 她们 咱们 大家 自己 这个 那个 这些 那些 这样 那样 这种 那种 这里 那里 一个 一种 一些
            因为 所以 如果 但是 而且 并且 或者 还是 虽然 由于 对于 关于 以及
            """);
        Add(StopWordKind.Question, """
            什么 啥 怎么 怎么办 怎么样 怎样 咋 咋办 如何 为什么 为何 为啥 哪 哪些 哪个 哪里 哪儿 哪种 何 何时 几 几个 多少 多久 多长 是否 吗 呢 吧 啊 呀 嘛 么 谁 有何
            """);
        Add(StopWordKind.Courtesy, """
            请 请问 请教 问 问下 问问 想问 想 一下 你好 您好 谢谢 多谢 麻烦 帮忙 帮 告诉 知道 想知道 求助 亲
            """);
        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(StopWordKind kind, string list)
        {
            foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words.Add(word, kind);
        }
    }
}
