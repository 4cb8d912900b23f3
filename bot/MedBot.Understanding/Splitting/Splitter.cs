using System.Collections.Immutable;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Splitting;

/// <summary>Parts a message into clauses: at punctuation, and before words that open another question (另外, 还有).</summary>
internal sealed class Splitter
{
    /// <summary>Clauses that are read one by one; what follows belongs to the last.</summary>
    private const int Limit = 24;

    /// <summary>Characters behind a digit that make it a quantity and no number of a list.</summary>
    private const string Units = "年月日号岁块元个天级次人周点成万千百十楼胎口类档分折倍条甲乙家种度期位斤名孩";

    private static readonly WordTrie<bool> Openers = new(new[] { "另外", "还有就是", "还有", "顺便问", "顺便", "再问", "还想问", "以及", "再就是", "对了", "第二" }.Select(word => (word, true)));

    private readonly WordTrie<string> _cores;

    /// <param name="cores">Phrases that ask something by themselves, each with its intent.</param>
    public Splitter(IEnumerable<(string Phrase, string Intent)> cores) => _cores = new WordTrie<string>(cores);

    /// <summary>The clauses as runs of the text, those without a letter or digit left out; at least one unless the text has none.</summary>
    public ImmutableArray<Clause> Clauses(NormalText normal)
    {
        var text = normal.Text;
        var items = ItemStarts(text);
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var start = 0;
        string? asked = null;
        var coreEnd = 0;
        var apart = false;
        var item = false;
        for (var i = 0; i < text.Length && clauses.Count < Limit - 1; i++)
        {
            var isItem = items.Contains(i);
            var isBreak = IsBreak(text, i) || isItem;
            var isSpaced = normal.IsSpacedBefore(i);
            var opensAnother = false;
            if (i >= coreEnd && _cores.LongestAt(text, i) is { Length: > 0 } core)
            {
                // 什么时候交交多少钱: the second phrase that asks something else starts a clause.
                opensAnother = asked is not null && asked != core.Values[0];
                (asked, coreEnd) = (core.Values[0], i + core.Length);
            }
            if (!isBreak && !opensAnother && !isSpaced && (i == start || Openers.LongestAt(text, i).Length == 0))
                continue;
            Add(start, i);
            var isSoft = isBreak ? text[i] is ',' or '，' or '、' : isSpaced && !opensAnother && Openers.LongestAt(text, i).Length == 0;
            apart = !isSoft || (apart && start == i);
            item = isItem || (item && start == i);
            start = isBreak ? i + 1 : i;
            if (isBreak)
                asked = null;
        }
        Add(start, text.Length);
        return clauses.ToImmutable();

        void Add(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                if (!char.IsLetterOrDigit(text[i]))
                    continue;
                clauses.Add(new Clause(from, to, apart, item));
                return;
            }
        }
    }

    /// <summary>True when a text holds a phrase that asks something by itself.</summary>
    public bool HasCore(string text) => _cores.StandsIn(text);

    /// <summary>Where the numbers of a list stand (1老人交多少 2怎么查): at least two, counting up from 1.</summary>
    private static List<int> ItemStarts(string text)
    {
        var starts = new List<int>();
        for (var i = 0; i < text.Length - 1; i++)
        {
            if (text[i] == '1' + starts.Count && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1])) && IsItemText(text, i + 1))
                starts.Add(i);
        }
        return starts.Count > 1 ? starts : [];
    }

    private static bool IsItemText(string text, int at) => text[at] switch
    {
        '、' or ')' or '，' or ',' => true,
        '.' => at + 1 < text.Length && !char.IsAsciiDigit(text[at + 1]),
        _ => char.IsLetter(text[at]) && !char.IsAsciiLetter(text[at]) && !Units.Contains(text[at], StringComparison.Ordinal),
    };

    private static bool IsBreak(string text, int at) => text[at] switch
    {
        '。' or '，' or '?' or '!' or ';' or '？' or '！' or '；' or '~' or '、' => true,
        // 12,000 and 1.5 are numbers.
        ',' or '.' => at == 0 || at + 1 >= text.Length || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };
}
