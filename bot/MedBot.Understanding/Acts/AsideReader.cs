using System.Text.RegularExpressions;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Normalisation;

namespace MedBot.Understanding.Acts;

/// <summary>
/// Reads what is said to the dialog itself as a whole message: that a fact of the resident's own is not known (不知道是几级)
/// or not told (跳过), for the last answer in full (说详细点), for what somebody at a counter can read (给工作人员看).
/// How or where to pay is no fact of one's own but a question: 不知道怎么交.
/// </summary>
internal sealed class AsideReader
{
    /// <summary>Characters of a message that tells no more than that something is not known.</summary>
    private const int Longest = 24;

    private const string Edge = @"[\s,，。.!~]*";

    private const string Before = "(?:我|这个|这|俺|那个|也|真|都|就|还|实在|我们|先){0,3}";

    private const string Behind = "(?:啊|呀|了|哦|呢|的|欸|哎|诶|吧|这个|这步|这一步|该怎么说|怎么说|在哪)*";

    private readonly Regex _unknown;
    private readonly Regex _untold;
    private readonly Regex _unknownFact;
    private readonly Regex _more;
    private readonly Regex _forStaff;

    /// <param name="lexicon">The words of the staff.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group of words is missing from acts.yaml.</exception>
    public AsideReader(Lexicon lexicon, Normaliser normaliser)
    {
        var anyUnknown = Any("不知道", "记不得");
        var fact = Any("不知道什么");
        var small = $"(?>(?:{Any("不知道旁边")}|{Edge[..^1]})*)";
        var facts = $"{fact}(?:{small}{fact})?";
        _unknown = Whole($"{Before}{Any("不知道")}{Behind}");
        _untold = Whole($"{Before}{Any("不知道", "记不得", "不说")}{Behind}");
        _unknownFact = Whole($"{small}(?:{anyUnknown}{small}{facts}|{facts}{small}{anyUnknown}){small}");
        _more = Whole($"(?:请|麻烦|再|能不能|可以|给我|帮我|我要|我想|想)*[看说讲给发来]?{Any("更多")}(?:看|说|讲|说说|讲讲|一下|吧|呢|吗|点)*");
        _forStaff = new Regex(
            $"(?:[给拿]|出示)(?:去|到|你们|这里的?)?(?:窗口|柜台|医院)?的?{Any("给谁看")}(?:的人?)?[看念瞧]|{Any("汇总")}(?:一下|给)?(?:给我|我说的|我的情况|刚才说的|情况)?$",
            RegexOptions.CultureInvariant);

        string Any(params string[] groups) => $"(?:{string.Join('|', groups.SelectMany(WordsOf).Select(normaliser.Word).Distinct().OrderByDescending(word => word.Length).Select(Regex.Escape))})";

        IEnumerable<string> WordsOf(string name) => lexicon.Acts.Named(name, "lexicon/acts.yaml").Words;

        static Regex Whole(string pattern) => new($@"\A{Edge}{pattern}{Edge}\z", RegexOptions.CultureInvariant);
    }

    /// <summary>What is said to the dialog, or null.</summary>
    /// <param name="text">The normal text of the message.</param>
    /// <param name="isAsked">True when the bot has asked for a fact, so that it can be passed over.</param>
    /// <param name="isCare">True when care is spoken of, whose facts may be said to be unknown without being asked for.</param>
    public SpeechAct? Read(string text, bool isAsked, bool isCare)
    {
        if (_forStaff.IsMatch(text))
            return SpeechAct.AskPerson;
        if (_more.IsMatch(text))
            return SpeechAct.AskMore;
        if (text.Length > Longest)
            return null;
        return _unknown.IsMatch(text) || (isAsked && _untold.IsMatch(text)) || ((isAsked || isCare) && _unknownFact.IsMatch(text)) ? SpeechAct.PassOver : null;
    }
}
