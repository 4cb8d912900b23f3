using System.Buffers;
using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Acts;

/// <summary>Reads what a resident does by a message, as far as words alone say it.</summary>
internal sealed class ActReader
{
    /// <summary>Groups of acts.yaml that are acts by themselves when little else stands in the message.</summary>
    private static readonly ImmutableArray<(string Group, SpeechAct Act)> Whole =
    [
        ("重来", SpeechAct.Restart), ("算了", SpeechAct.Cancel), ("怎么算的", SpeechAct.AskSteps), ("为什么", SpeechAct.AskWhy), ("依据", SpeechAct.AskSource), ("能做什么", SpeechAct.AskAbilities), ("人工", SpeechAct.AskPerson), ("再说一遍", SpeechAct.AskMore), ("谢谢", SpeechAct.Thanks), ("再见", SpeechAct.Goodbye), ("你好", SpeechAct.Greet),
    ];

    private const string PersonGroup = "转人工";
    private const string ReactionGroup = "应声";
    private const string HeardGroup = "听到了";
    private const string ReturnGroup = "回到前面";
    private const string AsideGroup = "放下";
    private const string VaryGroup = "换一个";
    private const string AddressGroup = "称呼";

    /// <summary>Characters beside the act's own words that a message may have and still be that act.</summary>
    private const int Slack = 1;

    /// <summary>Characters of a sound of assent: 好吧.</summary>
    private const int Sound = 3;

    /// <summary>What makes a sound of assent a question: 行吗, 得不得.</summary>
    private static readonly SearchValues<char> Asking = SearchValues.Create("吗不么呢");

    /// <summary>Characters of a message that only names the insurance.</summary>
    private const int Shortest = 12;

    private readonly Dictionary<string, WordTrie<bool>> _groups;
    private readonly WordTrie<bool> _small;

    /// <summary>What may stand around words that ask nothing, as in 谢谢闺女; not 门诊, which varies a question.</summary>
    private readonly WordTrie<bool> _around;
    private readonly WordTrie<bool> _insurance;

    public ActReader(Lexicon lexicon, Normaliser normaliser)
    {
        var acts = new StaffWords(lexicon.Acts, "lexicon/acts.yaml", normaliser);
        var concepts = new StaffWords(lexicon.Concepts, "lexicon/concepts.yaml", normaliser);
        _groups = Whole.Select(entry => entry.Group).Concat([PersonGroup, ReactionGroup, HeardGroup, ReturnGroup, AsideGroup, VaryGroup]).ToDictionary(name => name, name => acts.TrieOf(name));
        var small = acts.Of(VaryGroup).Concat(acts.Of(CorrectionReader.Group)).Concat(concepts.Of("亲属")).Concat(lexicon.Fillers.Select(normaliser.Word)).ToList();
        _around = Trie(small.Concat(acts.Of(AddressGroup)));
        _small = Trie(small.Concat(lexicon.Care.SelectMany(entry => entry.Words).Select(normaliser.Word)));
        _insurance = concepts.TrieOf("居民医保");
    }

    /// <summary>The act of a message that asks nothing by itself, or null.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="hasAnswer">True when something was answered before, so that its reason can be asked for.</param>
    public SpeechAct? Read(string text, bool hasAnswer)
    {
        if (_groups[PersonGroup].StandsIn(text))
            return SpeechAct.AskPerson;
        foreach (var (group, act) in Whole)
        {
            if ((act is not (SpeechAct.AskSteps or SpeechAct.AskWhy) || hasAnswer) && _groups[group].StandsIn(text) && Left(text, [], _groups[group], _around) <= Slack)
                return act;
        }
        return text.Length <= Sound && IsOnly(text, HeardGroup) ? SpeechAct.Thanks : null;
    }

    /// <summary>True for a clause that asks nothing beside one that does: 好的, 这么贵啊, 先不管惠民保.</summary>
    public bool AsksNothing(string clause) => Read(clause, false) is not null || IsOnly(clause, ReactionGroup) || _groups[AsideGroup].LongestAt(clause, 0).Length > 0;

    /// <summary>True for a clause that only says how something strikes one: 这么贵啊, 大半夜的.</summary>
    public bool OnlyReacts(string clause) => Read(clause, false) is null && IsOnly(clause, ReactionGroup);

    /// <summary>The message without the words that go back to an earlier question (接着刚才); null when it has none.</summary>
    public NormalText? WithoutReturn(NormalText message)
    {
        for (var i = 0; i < message.Text.Length; i++)
        {
            if (_groups[ReturnGroup].LongestAt(message.Text, i).Length is > 0 and var length)
                return message.Without(i, length);
        }
        return null;
    }

    /// <summary>True when the words name resident insurance.</summary>
    public bool NamesInsurance(string text) => _insurance.StandsIn(text);

    /// <summary>True when the words turn to resident insurance and say nothing else: 那医保呢, 不对，是医保.</summary>
    /// <param name="text">The normal text.</param>
    /// <param name="mentions">Its facts.</param>
    /// <param name="takesBack">True when the message took back what was said before.</param>
    public bool OnlyNamesInsurance(string text, ImmutableArray<Mention> mentions, bool takesBack) =>
        text.Length <= Shortest && _insurance.StandsIn(text) && Left(text, mentions, _insurance, _small) == 0 && (takesBack || IsVariation(text));

    /// <summary>True when the words ask the same of something else: 那…呢, 要是, 换成.</summary>
    public bool IsVariation(string text) => _groups[VaryGroup].StandsIn(text);

    /// <summary>Characters of a text that are neither facts nor small words: 0 for 那贵州呢.</summary>
    public int Residue(string text, ImmutableArray<Mention> mentions) => Left(text, mentions, _small, _small);

    /// <summary>True for a text of a group's words and small words that asks nothing.</summary>
    private bool IsOnly(string text, string group) =>
        !text.Contains('?', StringComparison.Ordinal)
        && text.AsSpan().TrimEnd(" ,，.。!~") is [.., var last] && !Asking.Contains(last)
        && _groups[group].StandsIn(text) && Left(text, [], _groups[group], _around) == 0;

    private static int Left(string text, ImmutableArray<Mention> mentions, WordTrie<bool> words, WordTrie<bool> small)
    {
        var left = 0;
        var next = 0;
        for (var i = 0; i < text.Length;)
        {
            while (next < mentions.Length && mentions[next].Start < i)
                next++;
            if (next < mentions.Length && mentions[next].Start == i)
            {
                i = mentions[next].End;
                continue;
            }
            var length = Math.Max(words.LongestAt(text, i).Length, small.LongestAt(text, i).Length);
            if (length == 0 && char.IsLetterOrDigit(text[i]))
                left++;
            i += Math.Max(length, 1);
        }
        return left;
    }

    private static WordTrie<bool> Trie(IEnumerable<string> words) => new(words.Where(word => word.Length > 0).Select(word => (word, true)));
}
