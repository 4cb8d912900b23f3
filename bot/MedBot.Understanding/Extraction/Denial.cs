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
    private readonly ImmutableArray<string> _hasNot;
    private readonly ImmutableArray<string> _lacks;
    private readonly ImmutableArray<string> _notInNeed;

    /// <param name="groups">The words of negations.yaml.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group is missing.</exception>
    public Denial(ImmutableArray<WordGroup> groups, Normaliser normaliser)
    {
        var words = new StaffWords(groups, File, normaliser);
        _denies = [.. words.Of("否认")];
        _hasNot = [.. words.Of("没有")];
        _lacks = [.. words.Of("用不了"), .. _hasNot];
        _notInNeed = [.. words.Of("不算困难")];
    }

    /// <summary>True when what starts there is denied. 是不是 asks and denies nothing; in 都不是 咸宁的 the words belong to what stands before the blank.</summary>
    public bool StandsBefore(NormalText text, int start) => EndsBefore(_denies, text, start);

    /// <summary>True when what starts there is something that one has not or will not use: 信不过支付宝.</summary>
    public bool Lacks(NormalText text, int start) => EndsBefore(_lacks, text, start, mayAsk: false);

    /// <summary>True when what starts there is something that one has not: 没得微信.</summary>
    public bool HasNot(NormalText text, int start) => EndsBefore(_hasNot, text, start, mayAsk: false);

    /// <summary>True when what starts there is a need that somebody is said not to be in: 没残疾. 有没有低保优惠 asks.</summary>
    public bool IsNotInNeed(NormalText text, int start) => EndsBefore(_notInNeed, text, start);

    private static bool EndsBefore(ImmutableArray<string> words, NormalText text, int start, bool mayAsk = true)
    {
        if (text.IsSpacedBefore(start))
            return false;
        foreach (var word in words)
        {
            var from = start - word.Length;
            if (text.Text.AsSpan(0, start).EndsWith(word) && !(mayAsk && from > 0 && text.Text[from - 1] is '是' or '有'))
                return true;
        }
        return false;
    }
}
