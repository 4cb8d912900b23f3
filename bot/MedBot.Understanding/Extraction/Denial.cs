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
        var words = new StaffWords(groups, File, normaliser);
        _denies = [.. words.Of("否认")];
        _lacks = [.. words.Of("用不了")];
    }

    /// <summary>True when what starts there is denied. 是不是 asks and denies nothing; in 都不是 咸宁的 the words belong to what stands before the blank.</summary>
    public bool StandsBefore(NormalText text, int start)
    {
        if (text.IsSpacedBefore(start))
            return false;
        foreach (var word in _denies)
        {
            var from = start - word.Length;
            if (text.Text.AsSpan(0, start).EndsWith(word) && (from == 0 || text.Text[from - 1] is not '是'))
                return true;
        }
        return false;
    }

    /// <summary>True when what starts there is something that one has not or will not use: 信不过支付宝.</summary>
    public bool Lacks(NormalText text, int start)
    {
        if (text.IsSpacedBefore(start))
            return false;
        foreach (var word in _lacks)
        {
            if (text.Text.AsSpan(0, start).EndsWith(word))
                return true;
        }
        return false;
    }
}
