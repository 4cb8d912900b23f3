namespace MedBot.Search.Analysis;

/// <summary>
/// The form in which two questions are the same question: letters, digits and ideographs only, folded, without politeness in front and
/// particles behind. 请问 2025年要交多少钱呢？ and 2025年要交多少钱 are one.
/// </summary>
internal static class QuestionForm
{
    private static readonly string[] Openings = ["请问一下", "请问", "请教一下", "请教", "我想问一下", "想问一下", "我想问", "想问", "问一下", "问下", "我想知道", "想知道", "我想咨询一下", "我想咨询", "想咨询一下", "咨询一下", "你好", "您好", "麻烦问一下", "那么"];
    private const string Particles = "吗呢啊呀吧嘛么哦哈";

    /// <summary>A 64-bit hash of the form; zero when nothing is left of the text.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        Span<char> form = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
            if (CharacterTable.Kind(c) != CharacterKind.Separator)
                form[length++] = CharacterTable.Fold(c);
        ReadOnlySpan<char> rest = form[..length];
        rest = WithoutOpenings(rest).TrimEnd(Particles);
        return rest.IsEmpty ? 0 : TermKey.Run(rest);
    }

    private static ReadOnlySpan<char> WithoutOpenings(ReadOnlySpan<char> form)
    {
        for (var i = 0; i < Openings.Length; i++)
            if (form.Length > Openings[i].Length && form.StartsWith(Openings[i], StringComparison.Ordinal))
            {
                form = form[Openings[i].Length..];
                i = -1;
            }

        return form;
    }
}
