using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;
using MedBot.Understanding.Splitting;
using MedBot.Understanding.Words;

namespace MedBot.Understanding.Conversation;

/// <summary>What an ellipsis asks: the same as before, unless the new fact belongs to a neighbouring question (门诊呢 after 住院报多少).</summary>
internal sealed class IntentChange
{
    private const string File = "lexicon/threads.yaml";

    /// <summary>Characters of a message that turns to another insurance.</summary>
    private const int Few = 12;

    private readonly WordTrie<bool> _inTime;
    private readonly WordTrie<bool> _ofAnyMatter;
    private readonly WordTrie<bool> _earlierCosts;
    private readonly WordTrie<bool> _care;
    private readonly WordTrie<bool> _aid;
    private readonly WordTrie<bool> _employee;
    private readonly WordTrie<bool> _besideEmployees;

    /// <param name="groups">The words of threads.yaml.</param>
    /// <param name="normaliser">Brings them into the spelling of messages.</param>
    /// <exception cref="KnowledgeException">A group is missing.</exception>
    public IntentChange(ImmutableArray<WordGroup> groups, Normaliser normaliser)
    {
        var words = new StaffWords(groups, File, normaliser);
        _inTime = words.TrieOf("来得及");
        _ofAnyMatter = words.TrieOf("哪件事都问");
        _earlierCosts = words.TrieOf("以前的钱");
        _care = words.TrieOf("看病备案");
        _aid = words.TrieOf("救助");
        _employee = words.TrieOf("职工医保");
        _besideEmployees = words.TrieOf("不光职工");
    }

    /// <param name="last">What was asked before.</param>
    /// <param name="part">The message or its part.</param>
    /// <param name="said">Its facts, by <see cref="Recollection.SaidIn"/>.</param>
    /// <param name="act">What the resident does by it; who answers what was asked turns to nobody else.</param>
    public Intent After(Intent last, QuestionPart part, Slots said, SpeechAct act)
    {
        var isDisease = part.Slots.NamesDisease;
        if (last is Intent.Calculate)
            return last;
        // 我爸住院花了三万 after any question.
        if (said.AmountYuan is not null && RatioOf(said.Care?.Value) is not null && last is not Intent.SeriousIllness)
            return Intent.Calculate;
        if (said.AmountYuan is not null && last is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Maternity or Intent.CoverageScope or Intent.RemoteCare)
            return Intent.Calculate;
        // 我老婆断了四年 after a question on paying.
        if (said.LapsedYears is not null && SlotRules.PayingBasics.Contains(last))
            return Intent.LateOrLapse;
        // 村里代收不 after the steps on a phone.
        if (last is Intent.PaySteps && act == SpeechAct.Vary && said.Channel?.Value is PayChannel.Village or PayChannel.Bank or PayChannel.Cash or PayChannel.Terminal)
            return Intent.PayChannel;
        // 去郑州做呢, 省外的呢 after a question on a ratio.
        if (said is { Destination: not null, Elsewhere: not null, HospitalLevel: null } && last is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial)
            return Intent.RemoteCare;
        if (said is { Elsewhere: not null, Care: null, Destination: null, HospitalLevel: null } && last is Intent.InpatientRatio or Intent.OutpatientRatio)
            return Intent.RemoteCare;
        // 要是我回老家住院呢 after a question on care elsewhere.
        if (last is Intent.RemoteCare && part.Slots.IsCaredAtHome)
            return RatioOf(said.Care?.Value) ?? Intent.InpatientRatio;
        // 俺爹县医院住院做康复 after 康复能报吗.
        if (last is Intent.CoverageScope && said.HospitalLevel is not null && RatioOf(said.Care?.Value) is { } ofCare)
            return ofCare;
        // 在社区拿药呢 after a question on a chronic disease.
        if (last is Intent.ChronicSpecial && (said.Care?.Value is CareKind.Pharmacy || (!part.HasQuestionWord && said.Care?.Value is CareKind.Outpatient)))
            return last;
        if (last is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Maternity)
        {
            // 高血压拿药呢 after a question on a hospital's ratio.
            return RatioOf(said.Care?.Value) switch
            {
                null => isDisease && last is Intent.OutpatientRatio ? Intent.ChronicSpecial : last,
                Intent.OutpatientRatio when isDisease => Intent.ChronicSpecial,
                { } other => other,
            };
        }
        // 之前住院的钱还能报吗 after a newborn's enrolment: from which day it counts.
        if (last is Intent.Newborn && said.Care is not null && Has(part, _earlierCosts))
            return last;
        // 住院能报吗 after a question on paying, on aid or on a newborn's enrolment.
        if ((last is Intent.LowIncomeAid || !SlotRules.IsCare(last)) && RatioOf(said.Care?.Value) is { } ratio)
            return ratio;
        // 低保户呢 after a question on the premium; 普通人呢 after one on people in need.
        if (last is Intent.Premium && PersonReader.AreInNeed(said))
            return Intent.LowIncomeAid;
        if (last is Intent.LowIncomeAid && (part.Slots.DeniesNeed || said.Persons is { Value: [Person.Resident] }))
            return Intent.Premium;
        // 老大上小学 他的呢 after a newborn; 刚出生的呢 after everybody's premium.
        if (last is Intent.Newborn && said.Persons?.Value.Any(person => person is Person.Student or Person.UniversityStudent || (person is Person.Child && said.AgeYears is { Value: >= 1 })) == true)
            return Intent.StudentChild;
        // 那他爷爷呢 今年66 after a newborn.
        if (last is Intent.Newborn && said.Persons is { } grown && grown.Value.All(person => person is Person.Elderly or Person.Resident))
            return Intent.Premium;
        if (SlotRules.PayingBasics.Contains(last) && said.Persons?.Value[0] is Person.Newborn)
            return Intent.Newborn;
        // 灵活就业的呢, 要是交职工的呢 after a question on paying as a resident.
        if (SlotRules.PayingBasics.Contains(last) && TurnsToEmployees(part))
            return Intent.EmployeeInsurance;
        // 大人呢 after a question on children turns to everybody's premium.
        if (last is Intent.StudentChild && said.Persons is { } persons && !persons.Value.Any(IsChild))
            return persons.Value[0] is Person.Newborn ? Intent.Newborn : Intent.Premium;
        return act != SpeechAct.FillIn && part.Slots.NamesRelative && said.Persons is null ? OfOneself(last) : last;
    }

    /// <summary>我呢 after a question on a child or a newborn.</summary>
    private static Intent OfOneself(Intent last) => last switch
    {
        Intent.StudentChild => Intent.Premium,
        Intent.Newborn => Intent.PaySteps,
        _ => last,
    };

    /// <summary>The question on what is paid for a sort of care.</summary>
    private static Intent? RatioOf(CareKind? care) => care switch
    {
        CareKind.Inpatient => Intent.InpatientRatio,
        CareKind.Outpatient or CareKind.Emergency or CareKind.Pharmacy => Intent.OutpatientRatio,
        CareKind.ChronicSpecial or CareKind.TwoDiseases => Intent.ChronicSpecial,
        CareKind.Maternity => Intent.Maternity,
        _ => null,
    };

    /// <summary>
    /// Questions about paying that follow one about newborns, students or people in need are still about these:
    /// 要交多少钱 after 新生儿怎么参保. Somebody else named in the words ends that. More about a bill that is being
    /// reckoned, 是今年第二次住院, asks for the sum again.
    /// </summary>
    /// <param name="part">The question.</param>
    /// <param name="said">Its facts.</param>
    /// <param name="context">What the conversation knows.</param>
    public Intent Absorb(QuestionPart part, Slots said, Context context)
    {
        var (last, asked) = (context.LastIntent, part.Intent.Best.Intent);
        var (namesRelative, namesPayment) = (part.Slots.NamesRelative, part.Intent.NamesPayment);
        return last switch
        {
            // 上职工的一年要多少 after a question on paying as a resident.
            { } paying when SlotRules.PayingBasics.Contains(paying) && SlotRules.PayingBasics.Contains(asked) && TurnsToEmployees(part) => Intent.EmployeeInsurance,
            // 我妈癌症自己花了二十三万 after a question on the insurance for serious illness tells how serious.
            Intent.SeriousIllness when asked is Intent.Calculate && !part.HasQuestionWord => Intent.SeriousIllness,
            // 剖腹产花了八千能报多少: a bill is reckoned, whatever it was for.
            _ when said.AmountYuan is not null && asked is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.Maternity => Intent.Calculate,
            Intent.Calculate when (said.SelfPaidYuan ?? said.PaidThisYearYuan ?? said.ClassBYuan ?? said.OverLimitYuan) is not null || said.StayOfYear is not null => Intent.Calculate,
            // 一个月200块能报多少 after a question on a share of care.
            Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Calculate when said.AmountYuan is not null && asked is Intent.ChronicSpecial => Intent.Calculate,
            // 那我回老家住院报几成 after a question on care elsewhere.
            Intent.RemoteCare when asked is Intent.RemoteCare && part.Slots.IsCaredAtHome && !part.Slots.SpeaksOfFiling => RatioOf(said.Care?.Value) ?? Intent.InpatientRatio,
            // 门诊能报吗 after a question on care elsewhere.
            Intent.RemoteCare when asked is Intent.OutpatientRatio or Intent.InpatientRatio && said is { Region: null, HospitalLevel: null } && !part.Slots.IsCaredAtHome => Intent.RemoteCare,
            // 三岁小囡一年几钿; 老大五岁了呢 交多少 after a question on a newborn; 娃的要带啥 after one on somebody else.
            _ when asked is Intent.Newborn && said is { AgeYears.Value: >= 1, BirthDate: null } => Intent.StudentChild,
            _ when asked is Intent.Premium && !(last is { } paying && SlotRules.PayingBasics.Contains(paying)) && AreChildren(said) => Intent.StudentChild,
            _ when asked is Intent.StudentChild && said.Persons?.Value[0] is Person.Newborn => Intent.Newborn,
            // 大人也这个数不 after a question on children, 普通人呢 after one on people in need.
            Intent.StudentChild when asked is Intent.StudentChild && said.Persons?.Value.Any(IsChild) == false => Intent.Premium,
            Intent.LowIncomeAid when asked is Intent.LowIncomeAid or Intent.Premium && (part.Slots.DeniesNeed || said.Persons is { Value: [Person.Resident] }) => Intent.Premium,
            // 他们一年交多少 after people in need were spoken of.
            _ when asked is Intent.Premium && said.Persons is null && part.Text.AsSpan().ContainsAny('他', '她') && PersonReader.AreInNeed(context.Remembered) => Intent.LowIncomeAid,
            // 要转到市里三甲呢 after a question on what is paid back.
            Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Calculate when asked is Intent.TransferPlace && said.HospitalLevel is not null => last.Value,
            // 低保户是不是多一点 after a question on what is paid back.
            Intent.InpatientRatio or Intent.OutpatientRatio or Intent.SeriousIllness or Intent.Calculate when asked is Intent.LowIncomeAid && said.Persons is not null && !namesPayment && !Has(part, _aid) => last.Value,
            // 现在交上还来得及不 after somebody had not paid and fell ill.
            Intent.LateOrLapse when asked is Intent.Deadline && said.Year is null && Has(part, _inTime) => Intent.LateOrLapse,
            // 人在外地能补不 after a question on the card.
            Intent.CardOrEcert when asked is Intent.RemoteCare && !Has(part, _care) => last.Value,
            // 多久能到账 after a question on care: what is paid back. 要开什么证明 after one on moving.
            { } before when !SlotRules.IsPaying(before) && !SlotRules.IsNotOurs(before) && asked is Intent.PaymentRecord && !namesPayment && Has(part, _ofAnyMatter) => before,
            // 支付宝里可以吗, 我妈没智能手机 after a question on the card or on what was paid.
            Intent.CardOrEcert or Intent.PaymentRecord when asked is Intent.PayChannel or Intent.PaySteps && !namesPayment => last.Value,
            _ when said.Persons is not null || namesRelative => asked,
            Intent.Newborn when asked is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.CoverageScope or Intent.LateOrLapse && Has(part, _earlierCosts) => Intent.Newborn,
            Intent.Newborn when asked is Intent.Premium or Intent.Deadline or Intent.PayChannel or Intent.PaySteps or Intent.LateOrLapse or Intent.StudentChild or Intent.LowIncomeAid => Intent.Newborn,
            Intent.StudentChild when asked is Intent.Premium or Intent.PayChannel or Intent.PaySteps => Intent.StudentChild,
            Intent.LowIncomeAid when asked is Intent.Premium && PersonReader.AreInNeed(context.Remembered) => Intent.LowIncomeAid,
            _ => asked,
        };
    }

    /// <summary>True for a few words that ask and name employee insurance, and no resident beside it.</summary>
    private bool TurnsToEmployees(QuestionPart part) => part.HasQuestionWord && part.Text.Length <= Few && Has(part, _employee) && !Has(part, _besideEmployees);

    private static bool Has(QuestionPart part, WordTrie<bool> words) => words.StandsIn(part.Text);

    private static bool AreChildren(Slots said) => said.Persons?.Value.All(IsChild) == true;

    private static bool IsChild(Person person) => person is Person.Child or Person.Student or Person.UniversityStudent;

    /// <summary>True when one of the facts answers what the bot asked.</summary>
    public static bool Answers(Fact asked, Slots said, bool hasRegionChoices) => asked switch
    {
        Fact.Region => said.Region is not null || hasRegionChoices,
        Fact.HospitalLevel => said.HospitalLevel is not null,
        Fact.Amount => said.AmountYuan is not null,
        Fact.BirthDate => said.BirthDate is not null || said.BirthMonth is not null,
        Fact.CareKind => said.Care is not null || said.Treatment is not null,
        Fact.PayChannel => said.Channel is not null,
        Fact.LapsedYears => said.LapsedYears is not null,
        Fact.PaymentDate => said.PaymentDate is not null,
        Fact.SelfPaid => said.SelfPaidYuan is not null,
        Fact.PaidThisYear => said.PaidThisYearYuan is not null,
        Fact.StayOfYear => said.StayOfYear is not null,
        Fact.Person => said.Persons is not null,
        _ => false,
    };
}
