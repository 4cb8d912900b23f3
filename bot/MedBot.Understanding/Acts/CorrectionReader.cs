using System.Buffers;
using System.Text.RegularExpressions;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Acts;

/// <summary>
/// Reads messages that take something back, in any wording: words of the lexicon (不对, 打错了) at the edge of a clause,
/// with what may stand around them (刚才金额打错了，应该是), and denials (不是门诊，是住院; 是二级不是三级). What is left is what is meant.
/// </summary>
internal sealed partial class CorrectionReader
{
    public const string Group = "纠正";

    /// <summary>What people do wrongly (打, 看), and how it went wrong (错, 岔): 打错, 看岔. Both together take something back.</summary>
    public const string DoneGroup = "纠正动作";

    public const string WrongGroup = "纠正结果";

    /// <summary>What may stand before such words (刚才, 金额), and behind them (了, 应该是).</summary>
    public const string BeforeGroup = "纠正前面";

    public const string BehindGroup = "纠正后面";

    /// <summary>What is asked about a mistake, which takes nothing back: 填错了怎么改.</summary>
    private static readonly string[] Asks = ["怎么", "可以", "能", "会", "要", "还", "有没有", "在哪", "找", "吗"];

    /// <summary>Characters of words that call wrong what stands before them, and not right what follows or stands there (应该是, 才对).</summary>
    private static readonly SearchValues<char> Wrong = SearchValues.Create("错岔反混误");

    /// <summary>Characters of what is denied.</summary>
    private const int Longest = 10;

    private const string Not = "不是";

    /// <summary>What something was taken for by mistake: 打成, 看成.</summary>
    private const string Into = "成";

    private readonly WordTrie<bool> _words;

    /// <summary>打成, 看成: what follows was a mistake.</summary>
    private readonly WordTrie<bool> _done;
    private readonly WordTrie<bool> _before;
    private readonly WordTrie<bool> _behind;

    /// <param name="lexicon">The words of the staff.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    public CorrectionReader(Lexicon lexicon, Normaliser normaliser)
    {
        _words = Trie(WordsOf(Group).Concat(WordsOf(DoneGroup).SelectMany(done => WordsOf(WrongGroup).Select(wrong => done + wrong))));
        _done = Trie(WordsOf(DoneGroup).Select(done => done + Into));
        _before = Trie(WordsOf(BeforeGroup));
        _behind = Trie(WordsOf(BehindGroup));

        IEnumerable<string> WordsOf(string name) => lexicon.Acts.Named(name, "lexicon/acts.yaml").Words;

        WordTrie<bool> Trie(IEnumerable<string> words) => new(words.Select(normaliser.Word).Where(word => word.Length > 0).Distinct().Select(word => (word, true)));
    }

    /// <summary>What the message takes back and what it means instead, or null when it takes nothing back.</summary>
    /// <param name="message">The message.</param>
    /// <param name="facts">Reads the facts of a part of it.</param>
    public Correction? Read(NormalText message, Func<NormalText, SlotReading> facts)
    {
        var meant = message;
        var takesBack = false;
        for (var i = 0; i < meant.Text.Length; i++)
        {
            // 哦不是赣州是上饶 denies; 哦不 is no word there.
            if (_words.LongestAt(meant.Text, i).Length is not (> 0 and var length) || CutsDenial(meant, i + length) || Around(meant, i, length, facts) is not var (start, end))
                continue;
            // 合肥错了，是转到芜湖: what stands alone before the words is what was wrong.
            if (meant.Text.AsSpan(i, length).ContainsAny(Wrong) && FactAlone(meant, start, end, facts) is { } wrong)
                return new Correction(meant.Without(wrong.Start, end - wrong.Start), wrong.Reading);
            if (Overruled(meant, start, end, facts) is { } earlier)
                return new Correction(meant.Without(start, end - start).Without(earlier.Start, earlier.Length), null) { IsWithin = true };
            (meant, takesBack) = (meant.Without(start, end - start), true);
            i = start - 1;
        }
        if (MistakenIn(meant, facts) is { } mistaken)
            return mistaken;
        if (DenialIn(meant, facts) is var (from, to))
            return new Correction(meant.Without(from - Not.Length, to - from + Not.Length), facts(meant.Slice(from, to - from)));
        return takesBack ? new Correction(SaysAnything(meant.Text) ? meant : message, null) : null;
    }

    private static bool CutsDenial(NormalText message, int end) =>
        end > 0 && end < message.Text.Length && message.Text[end - 1] == Not[0] && message.Text[end] == Not[1] && !message.IsSpacedBefore(end);

    /// <summary>四年，不对，三年吧: what stands before the words and is named again behind them. Null when nothing is.</summary>
    private static Mention? Overruled(NormalText message, int start, int end, Func<NormalText, SlotReading> facts)
    {
        if (start == 0 || end == message.Text.Length)
            return null;
        var said = facts(message.Slice(end, message.Text.Length - end)).Mentions;
        return facts(message.Slice(0, start)).Mentions.Where(mention => mention.Kind != MentionKind.Person && said.Any(other => other.Kind == mention.Kind)).Select(mention => (Mention?)mention).LastOrDefault();
    }

    /// <summary>The words with what may stand around them, when they stand at the edge of a clause and nothing is asked of them.</summary>
    private (int Start, int End)? Around(NormalText message, int at, int length, Func<NormalText, SlotReading> facts)
    {
        var text = message.Text;
        var (start, end) = (at, at + length);
        // 对不对 asks.
        if (start > 0 && text[start - 1] == '对')
            return null;
        while (BeforeEndingAt(text, start) is > 0 and var before)
            start -= before;
        var opens = start == 0 || !char.IsLetterOrDigit(text[start - 1]) || message.IsSpacedBefore(start);
        while (LengthBehind(text, end, opens) is > 0 and var behind)
            end += behind;
        if (Asks.Any(word => text.AsSpan(end).StartsWith(word)))
            return null;
        // 记岔了 是哈密: 哈 belongs to the place.
        end = facts(message).Mentions.Where(mention => mention.Kind == MentionKind.Place && mention.Start < end && end < mention.End).Select(mention => mention.Start).FirstOrDefault(end);
        var closes = end == text.Length || !char.IsLetterOrDigit(text[end]) || message.IsSpacedBefore(end);
        return opens || (closes && NamesFact(facts(message.Without(start, end - start)))) ? (start, end) : null;
    }

    /// <summary>The fact that its clause names before the words and nothing else, when something follows that can take its place.</summary>
    private static (int Start, SlotReading Reading)? FactAlone(NormalText message, int start, int end, Func<NormalText, SlotReading> facts)
    {
        var from = start;
        while (from > 0 && char.IsLetterOrDigit(message.Text[from - 1]) && !message.IsSpacedBefore(from))
            from--;
        if (from == start || !SaysAnything(message.Text[end..]))
            return null;
        var reading = facts(message.Slice(from, start - from));
        return reading.Mentions.Sum(mention => mention.Length) == start - from ? (from, reading) : null;
    }

    /// <summary>打成天津了，是唐山: the fact behind the words is what was wrong.</summary>
    private Correction? MistakenIn(NormalText message, Func<NormalText, SlotReading> facts)
    {
        for (var i = 0; i < message.Text.Length; i++)
        {
            if (_done.LongestAt(message.Text, i).Length is not (> 0 and var length))
                continue;
            var (start, from) = (i, i + length);
            while (BeforeEndingAt(message.Text, start) is > 0 and var before)
                start -= before;
            var end = from;
            while (end < message.Text.Length && char.IsLetterOrDigit(message.Text[end]) && !message.IsSpacedBefore(end))
                end++;
            if ((start > 0 && char.IsLetterOrDigit(message.Text[start - 1]) && !message.IsSpacedBefore(start)) || !SaysAnything(message.Text[end..]))
                continue;
            var wrong = facts(message.Slice(from, end - from));
            if (NamesFact(wrong) && NamesFact(facts(message.Slice(end, message.Text.Length - end))))
                return new Correction(message.Without(start, end - start), wrong);
        }
        return null;
    }

    /// <summary>What goes on the words that take back: 了，应该是. A sign behind words that close a clause parts it from the next.</summary>
    private int LengthBehind(string text, int at, bool opens) => at == text.Length ? 0
        : _behind.LongestAt(text, at).Length is > 0 and var length ? length
        : opens && !char.IsLetterOrDigit(text[at]) ? 1 : 0;

    private int BeforeEndingAt(string text, int end)
    {
        for (var start = Math.Max(0, end - 4); start < end; start++)
        {
            if (_before.LongestAt(text.AsSpan(0, end), start).Length == end - start)
                return end - start;
        }
        return 0;
    }

    /// <summary>Where what is denied stands (behind 不是): before what is meant, or behind it.</summary>
    private (int From, int To)? DenialIn(NormalText message, Func<NormalText, SlotReading> facts)
    {
        var text = message.Text;
        var at = text.IndexOf(Not, StringComparison.Ordinal);
        // 是不是 asks.
        if (at < 0 || (at > 0 && text[at - 1] == '是'))
            return null;
        var from = at + Not.Length;
        var to = from;
        while (to < text.Length && char.IsLetterOrDigit(text[to]) && text[to] is not ('是' or '吗' or '么') && (to == from || !message.IsSpacedBefore(to)))
            to++;
        if (to == from || to - from > Longest || (to < text.Length && text[to] is '吗' or '么' or '?'))
            return null;
        var next = to;
        while (next < text.Length && !char.IsLetterOrDigit(text[next]))
            next++;
        var isOpposed = next < text.Length && text[next] == '是' && !text.AsSpan(next + 1).StartsWith("不");
        var opens = OnlyOpens(text[..at]) || (isOpposed && (!char.IsLetterOrDigit(text[at - 1]) || message.IsSpacedBefore(at)));
        var closes = to == text.Length && at > 0;
        if (!(opens && to + 1 < text.Length) && !(closes && NamesFact(facts(message.Slice(0, at)))))
            return null;
        return isOpposed || NamesFact(facts(message.Slice(from, to - from))) ? (from, to) : null;
    }

    /// <summary>True for what may stand before 不是 at the beginning of a message: 哎呀, 我问的.</summary>
    private bool OnlyOpens(string text)
    {
        var end = text.Length;
        while (end > 0)
        {
            if (!char.IsLetterOrDigit(text[end - 1]) || Particles.Contains(text[end - 1]))
                end--;
            else if (BeforeEndingAt(text, end) is > 0 and var before)
                end -= before;
            else if (Asked.Match(text[..end]) is { Success: true } asked)
                end = asked.Index;
            else
                return false;
        }
        return true;
    }

    private static readonly SearchValues<char> Particles = SearchValues.Create("哦啊呃噢哎也并而呀");

    [GeneratedRegex("(?:我|俺)?要?(?:问|说|指|讲)的\\z")]
    private static partial Regex Asked { get; }

    private static bool NamesFact(SlotReading reading) =>
        reading.Slots != Slots.None || reading.NamesRelative || reading.RegionChoices.Length > 0 || reading.Mentions.Length > 0;

    private static bool SaysAnything(string text) => text.Any(char.IsLetterOrDigit);
}
