using System.Collections.Frozen;
using MedBot.Knowledge;
using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Plugins.Responsibility;
using MedBot.Policy.Answers;

namespace MedBot.Plugins;

/// <summary>All plugins over one state of the knowledge, by topic.</summary>
public sealed class PluginSet
{
    private readonly FrozenDictionary<Topic, IPlugin> _byTopic;
    private readonly ArticleIndex _index;
    private readonly ArticleSearchPlugin _search;
    private readonly CoveragePlugin _coverage;
    private readonly Focus _focus;

    /// <param name="knowledge">What is known.</param>
    /// <param name="index">The articles of that knowledge.</param>
    public PluginSet(KnowledgeBase knowledge, ArticleIndex index)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var (book, shelf) = (knowledge.Book, new ArticleShelf(index));
        var (inpatient, outpatient) = (new InpatientRatioPlugin(book), new OutpatientRatioPlugin(book));
        var newborn = new NewbornPlugin(book, shelf);
        _index = index;
        _search = new ArticleSearchPlugin(book, shelf);
        _coverage = new CoveragePlugin(book, shelf);
        _focus = new Focus(index);
        var premiums = new PremiumPlugin(book, Guide(Topic.Premium, "缴费标准"));
        _byTopic = new Dictionary<Topic, IPlugin>
        {
            [Topic.Deadline] = new DeadlinePlugin(book, shelf),
            [Topic.Premium] = premiums,
            [Topic.PayChannel] = Guide(Topic.PayChannel, "缴费渠道"),
            [Topic.PaySteps] = Guide(Topic.PaySteps, "缴费步骤"),
            [Topic.PaymentRecord] = Guide(Topic.PaymentRecord, "缴费记录查询办法"),
            [Topic.InpatientRatio] = inpatient,
            [Topic.OutpatientRatio] = outpatient,
            [Topic.ChronicSpecial] = new ChronicSpecialPlugin(outpatient, book, shelf),
            [Topic.SeriousIllness] = new SeriousIllnessPlugin(book, shelf),
            [Topic.Maternity] = new MaternityPlugin(book, shelf),
            [Topic.Newborn] = newborn,
            [Topic.LateOrLapse] = new LatePlugin(newborn, new WaitingPeriodPlugin(book, shelf)),
            [Topic.StudentChild] = new StudentChildPlugin(book, premiums, Guide(Topic.StudentChild, "学生儿童参保办法")),
            [Topic.LowIncomeAid] = new LowIncomeAidPlugin(book, shelf),
            [Topic.ResidentVsEmployee] = new ComparisonPlugin(book, Guide(Topic.ResidentVsEmployee, "两种医保的比较")),
            [Topic.TransferPlace] = Guide(Topic.TransferPlace, "换参保地办法"),
            [Topic.RemoteCare] = new RemoteCarePlugin(book, shelf),
            [Topic.CardOrEcert] = Guide(Topic.CardOrEcert, "医保卡和电子凭证用法"),
            [Topic.Contact] = new ContactPlugin(book),
            [Topic.DocumentOrCode] = Guide(Topic.DocumentOrCode, "单位代码和文件"),
            [Topic.CoverageScope] = _coverage,
            [Topic.Calculate] = new ReimbursementPlugin(book, inpatient, outpatient),
        }.ToFrozenDictionary();

        ArticlePlugin Guide(Topic topic, string subject) => new(book, shelf, topic, subject);
    }

    /// <summary>The plugin that answers a topic.</summary>
    public IPlugin Of(Topic topic) => _byTopic[topic];

    /// <summary>The plugin's answer, with the article beside it that speaks of just what was asked, and what was asked told first.</summary>
    public Answer Answer(Topic topic, Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        // Several parts of an answer choose articles by it.
        inquiry = inquiry with { Likenesses = _index.LikenessTo(inquiry.Text) };
        // What an operation is paid by its own rule no general ratio answers.
        var plugin = topic is Topic.InpatientRatio or Topic.OutpatientRatio && _coverage.HasRuleFor(inquiry) ? _coverage : Of(topic);
        var answer = _search.AddTo(plugin.Answer(inquiry), topic, inquiry);
        // Numbers to call stand first as they are.
        if (topic == Topic.Contact)
            return answer;
        var focused = _focus.On(inquiry.LastWords, answer);
        return WithOffice(topic, inquiry, ReferenceEquals(focused, answer) ? _focus.On(inquiry.Text, answer) : focused);
    }

    /// <summary>Who asks whom to turn to in a matter hears that before all else.</summary>
    private Answer WithOffice(Topic topic, Inquiry inquiry, Answer answer)
    {
        var words = inquiry.LastWords.Length > 0 ? inquiry.LastWords : inquiry.Text;
        if (!(Matters.AsksWho(words) || Matters.IsAboutBrokenCard(words)) || Matters.Of(words) == Matter.Any)
            return answer;
        var office = Of(Topic.Contact).Answer(inquiry);
        return answer with
        {
            Summary = answer.Kind == AnswerKind.AskBack ? office.Summary + answer.Summary : office.Summary,
            Details = answer.Kind == AnswerKind.AskBack ? answer.Details : answer.Details.Insert(0, answer.Summary),
            Figures = [.. office.Figures.Where(phone => office.Summary.Contains(phone.Text, StringComparison.Ordinal)).Union(answer.Figures)],
            Citations = [.. office.Citations.Union(answer.Citations)],
        };
    }

    /// <summary>The best passage of all articles, quoted as such; null when none is good enough.</summary>
    public Answer? Search(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return _search.Find(inquiry with { Likenesses = _index.LikenessTo(inquiry.Text) });
    }
}
