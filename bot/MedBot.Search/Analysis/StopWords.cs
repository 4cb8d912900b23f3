using System.Collections.Frozen;

namespace MedBot.Search.Analysis;

/// <summary>The words of each <see cref="StopWordKinds"/>, as the segmenter cuts them.</summary>
internal static class StopWords
{
    private static readonly FrozenDictionary<string, StopWordKinds>.AlternateLookup<ReadOnlySpan<char>> ByWord = Build();

    /// <summary>The kinds that a word belongs to; none for an ordinary word.</summary>
    public static StopWordKinds KindOf(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var kind) ? kind : StopWordKinds.None;

    private static FrozenDictionary<string, StopWordKinds>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var words = new Dictionary<string, StopWordKinds>(StringComparer.Ordinal);
        Add(StopWordKinds.Function, """
            的 地 得 了 着 过 是 在 有 和 与 及 或 而 且 但 则 即 也 都 就 才 又 还 再 很 太 更 最 把 被 给 让 对 对于 从 向 往 于 由 以 以及 为 为了 因 因为 所以 由于
            如果 若 虽然 但是 并 并且 而且 或者 还是 之 其 此 该 这 那 这个 那个 这些 那些 这样 那样 这种 那种 这里 那里 我 你 您 他 她 它 我们 你们 他们 她们 咱们 大家 自己
            个 一个 一 一种 一些 些 上 下 里 中 内 会 能 能够 可以 可 要 想 应 应该 应当 去 来 到 用 没 没有 不 不是 就是 是不是 有没有 能不能 可不可以 会不会 要不要 关于 等 时 所
            """);
        Add(StopWordKinds.Question, """
            什么 啥 怎么 怎么办 怎么样 怎样 咋 咋办 如何 为什么 为何 为啥 哪 哪些 哪个 哪里 哪儿 哪种 哪 何 何时 几 几个 多少 多 多久 多长 是否 吗 呢 吧 啊 呀 嘛 么 谁 请 有何
            """);
        Add(StopWordKinds.Courtesy, """
            请问 请教 问 问下 一下 想问 想 你好 您好 谢谢 多谢 麻烦 帮忙 帮 告诉 知道 想知道 求助 咨询 介绍 亲
            """);
        return words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(StopWordKinds kind, string list)
        {
            foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | kind;
        }
    }
}
