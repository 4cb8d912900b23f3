using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Splitting;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Conversation;

/// <summary>The words of threads.yaml: said within a conversation they go on with it, though by themselves they would ask something else.</summary>
internal sealed class ThreadWords
{
    private const string File = "lexicon/threads.yaml";

    /// <summary>Characters of a message that turns to another insurance.</summary>
    private const int Few = 16;

    /// <summary>The same for one that asks nothing.</summary>
    private const int Fewest = 6;

    private readonly WordTrie<bool> _inTime;
    private readonly WordTrie<bool> _noPhone;
    private readonly WordTrie<bool> _makingUp;
    private readonly WordTrie<bool> _ofAnyMatter;
    private readonly WordTrie<bool> _toBring;
    private readonly WordTrie<bool> _stillPaid;
    private readonly WordTrie<bool> _earlierCosts;
    private readonly WordTrie<bool> _care;
    private readonly WordTrie<bool> _aid;
    private readonly WordTrie<bool> _employee;
    private readonly WordTrie<bool> _besideEmployees;

    /// <param name="lexicon">The words of the staff: threads.yaml, and the words of concepts.yaml for who cannot use a phone.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group is missing.</exception>
    public ThreadWords(Lexicon lexicon, Normaliser normaliser)
    {
        var words = new StaffWords(lexicon.Threads, File, normaliser);
        _noPhone = new StaffWords(lexicon.Concepts, "lexicon/concepts.yaml", normaliser).TrieOf("不会手机");
        _inTime = words.TrieOf("来得及");
        _ofAnyMatter = words.TrieOf("哪件事都问");
        _makingUp = words.TrieOf("补");
        _toBring = words.TrieOf("带什么");
        _stillPaid = words.TrieOf("还要不要交");
        _earlierCosts = words.TrieOf("以前的钱");
        _care = words.TrieOf("看病备案");
        _aid = words.TrieOf("救助");
        _employee = words.TrieOf("职工医保");
        _besideEmployees = words.TrieOf("不光职工");
    }

    /// <summary>现在交上还来得及不.</summary>
    public bool AskWhetherInTime(QuestionPart part) => _inTime.StandsIn(part.Text);

    /// <summary>多久能到账, 要开什么证明: asked of any matter.</summary>
    public bool FitAnyMatter(QuestionPart part) => _ofAnyMatter.StandsIn(part.Text);

    /// <summary>我不会用手机, and 没得微信 where no app was chosen: who cannot pay as was just explained.</summary>
    /// <param name="part">The message or its part.</param>
    /// <param name="known">The facts spoken of before.</param>
    public bool RuleOutThePhone(QuestionPart part, Slots known) =>
        part.Slots.Slots.Channel is null && ((part.Slots.LacksChannel && known.Channel is null) || _noPhone.StandsIn(part.Text));

    /// <summary>补的话多少钱.</summary>
    public bool SpeakOfMakingUp(QuestionPart part) => _makingUp.StandsIn(part.Text);

    /// <summary>要带什么去.</summary>
    public bool AskWhatToBring(QuestionPart part) => _toBring.StandsIn(part.Text);

    /// <summary>还用交不.</summary>
    public bool AskWhetherStillPaid(QuestionPart part) => _stillPaid.StandsIn(part.Text);

    /// <summary>之前住院的钱.</summary>
    public bool NameEarlierCosts(QuestionPart part) => _earlierCosts.StandsIn(part.Text);

    /// <summary>看病, 备案.</summary>
    public bool NameCare(QuestionPart part) => _care.StandsIn(part.Text);

    /// <summary>救助, 补贴.</summary>
    public bool NameAid(QuestionPart part) => _aid.StandsIn(part.Text);

    /// <summary>灵活就业的呢: a few words that ask and name employee insurance, and no resident beside it; or hardly any others: 我是职工.</summary>
    public bool TurnToEmployees(QuestionPart part) =>
        part.Text.Length <= (part.HasQuestionWord ? Few : Fewest) && NameEmployees(part);

    /// <summary>不对，我问的是职工医保: names employee insurance, and no resident beside it.</summary>
    public bool NameEmployees(QuestionPart part) => _employee.StandsIn(part.Text) && !_besideEmployees.StandsIn(part.Text);
}
