using System.Buffers;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Splitting;

/// <summary>The words that ask: 多少, 怎么, 吗, and 不 where it stands as in 能报不 and 交不交.</summary>
internal sealed class AskingWords
{
    private const char Not = '不';

    /// <summary>What asks only where it stands, see <see cref="AsksWithNot"/>, or ends statements too.</summary>
    private static readonly SearchValues<char> Sounds = SearchValues.Create("不啊呀");

    /// <summary>What ends a question behind 不: 能报不啊.</summary>
    private static readonly SearchValues<char> BehindNot = SearchValues.Create(" ,，。.?？!！;；~、啊呀呢哦嘞哈嘛咧诶撒噻哇的");

    private readonly WordTrie<bool> _asking;
    private readonly WordTrie<bool> _notAsking;

    /// <param name="lexicon">The words of the staff: 疑问 in concepts.yaml, 不算提问 in acts.yaml.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group is missing.</exception>
    public AskingWords(Lexicon lexicon, Normaliser normaliser)
    {
        var asking = new StaffWords(lexicon.Concepts, "lexicon/concepts.yaml", normaliser).Of("疑问");
        _asking = new WordTrie<bool>(asking.Where(word => word.Length > 1 || !Sounds.Contains(word[0])).Select(word => (word, true)));
        _notAsking = new StaffWords(lexicon.Acts, "lexicon/acts.yaml", normaliser).TrieOf("不算提问");
    }

    /// <summary>True when one of the words asks; 几 in 没几天 and 能 in 智能手机 do not.</summary>
    public bool StandIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var asking = _asking.LongestAt(text, i).Length;
            var notAsking = _notAsking.LongestAt(text, i).Length;
            if (asking > notAsking)
                return true;
            i += Math.Max(notAsking - 1, 0);
        }
        return AsksWithNot(text);
    }

    /// <summary>能报不, 交不交; but not 不在南宁了.</summary>
    private static bool AsksWithNot(string text)
    {
        for (var i = text.IndexOf(Not); i > 0; i = text.IndexOf(Not, i + 1))
        {
            if (i + 1 == text.Length || text[i - 1] == text[i + 1] || BehindNot.Contains(text[i + 1]))
                return true;
        }
        return false;
    }
}
