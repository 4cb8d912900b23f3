using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Normalisation;

namespace MedBot.Understanding.Extraction;

/// <summary>Whether a fact is named only to be denied: 不是廊坊，是石家庄; 没有微信.</summary>
internal sealed class Denial
{
    private const string File = "lexicon/negations.yaml";

    private readonly ImmutableArray<string> _denies;
    private readonly ImmutableArray<string> _lacks;

    /// <param name="groups">The words of negations.yaml.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group is missing.</exception>
    public Denial(ImmutableArray<WordGroup> groups, Normaliser normaliser)
    {
        _denies = [.. groups.Named("否认", File).Words.Select(normaliser.Word)];
        _lacks = [.. groups.Named("用不了", File).Words.Select(normaliser.Word)];
    }

    /// <summary>True when what starts there is denied. 是不是 asks and denies nothing.</summary>
    public bool StandsBefore(string text, int start)
    {
        foreach (var word in _denies)
        {
            var from = start - word.Length;
            if (from >= 0 && text.AsSpan(from, word.Length).SequenceEqual(word) && (from == 0 || text[from - 1] is not '是'))
                return true;
        }
        return false;
    }

    /// <summary>True when what starts there is something that one has not or will not use: 信不过支付宝.</summary>
    public bool Lacks(string text, int start)
    {
        foreach (var word in _lacks)
        {
            if (text.AsSpan(0, start).EndsWith(word))
                return true;
        }
        return false;
    }
}
