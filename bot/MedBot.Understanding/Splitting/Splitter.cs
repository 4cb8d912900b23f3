using System.Collections.Immutable;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Splitting;

/// <summary>Parts a message into clauses: at punctuation, and before words that open another question (另外, 还有).</summary>
internal sealed class Splitter
{
    /// <summary>Clauses that are read one by one; what follows belongs to the last.</summary>
    private const int Limit = 24;

    private static readonly WordTrie<bool> Openers = new(new[] { "另外", "还有就是", "还有", "顺便问", "顺便", "再问", "还想问", "以及", "再就是", "对了", "第二" }.Select(word => (word, true)));

    private readonly WordTrie<string> _cores;

    /// <param name="cores">Phrases that ask something by themselves, each with its intent.</param>
    public Splitter(IEnumerable<(string Phrase, string Intent)> cores) => _cores = new WordTrie<string>(cores);

    /// <summary>The clauses as runs of the text, those without a letter or digit left out; at least one unless the text has none.</summary>
    public ImmutableArray<Clause> Clauses(string text)
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var start = 0;
        string? asked = null;
        var coreEnd = 0;
        var apart = false;
        for (var i = 0; i < text.Length && clauses.Count < Limit - 1; i++)
        {
            var isBreak = IsBreak(text, i);
            var opensAnother = false;
            if (i >= coreEnd && _cores.LongestAt(text, i) is { Length: > 0 } core)
            {
                // 什么时候交交多少钱: the second phrase that asks something else starts a clause.
                opensAnother = asked is not null && asked != core.Values[0];
                (asked, coreEnd) = (core.Values[0], i + core.Length);
            }
            if (!isBreak && !opensAnother && (i == start || Openers.LongestAt(text, i).Length == 0))
                continue;
            Add(start, i);
            apart = !isBreak || text[i] is not (',' or '，') || (apart && start == i);
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
                clauses.Add(new Clause(from, to, apart));
                return;
            }
        }
    }

    /// <summary>True when a text holds a phrase that asks something by itself.</summary>
    public bool HasCore(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (_cores.LongestAt(text, i).Length > 0)
                return true;
        }
        return false;
    }

    private static bool IsBreak(string text, int at) => text[at] switch
    {
        '。' or '，' or '?' or '!' or ';' or '？' or '！' or '；' or '~' => true,
        // 12,000 and 1.5 are numbers.
        ',' or '.' => at == 0 || at + 1 >= text.Length || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };
}
