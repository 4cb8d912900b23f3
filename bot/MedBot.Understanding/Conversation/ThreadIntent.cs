using MedBot.Policy.Care;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Splitting;

namespace MedBot.Understanding.Conversation;

/// <summary>
/// What a question asks that has words of its own, where the thread makes it ask something else than it would alone:
/// 要交多少钱 after 新生儿怎么参保 is asked of newborns, and 是今年第二次住院 of the bill that is being reckoned.
/// </summary>
/// <param name="words">What goes on with a thread.</param>
internal sealed class ThreadIntent(ThreadWords words)
{
    /// <summary>Below this confidence a few words that name employees ask what they pay: 上班的人呢.</summary>
    private const double Clear = 0.75;

    /// <param name="part">The question.</param>
    /// <param name="said">Its facts.</param>
    /// <param name="context">What the conversation knows.</param>
    public Intent Of(QuestionPart part, Slots said, Context context)
    {
        var asked = part.Intent.Best.Intent;
        return OfBill(asked, part, said, context.LastIntent) ?? OfPlace(asked, part, said, context.LastIntent) ?? OfPerson(asked, part, said, context)
            ?? (context.LastIntent is { } last ? OfSameMatter(asked, part, said, last, context.Remembered) ?? OfSamePersons(asked, part, said, last, context.Remembered) : null)
            ?? asked;
    }

    private static Intent? OfBill(Intent asked, QuestionPart part, Slots said, Intent? last) => last switch
    {
        // 我妈癌症自己花了二十三万 after a question on the insurance for serious illness tells how serious.
        Intent.SeriousIllness when asked is Intent.Calculate && !part.HasQuestionWord => Intent.SeriousIllness,
        // 剖腹产花了八千能报多少: a bill is reckoned, whatever it was for.
        _ when said.AmountYuan is not null && asked is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.Maternity => Intent.Calculate,
        Intent.Calculate when (said.SelfPaidYuan ?? said.PaidThisYearYuan ?? said.ClassBYuan ?? said.OverLimitYuan) is not null || said.StayOfYear is not null => Intent.Calculate,
        // 一个月200块能报多少 after a question on a share of care.
        Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Calculate when said.AmountYuan is not null && asked is Intent.ChronicSpecial => Intent.Calculate,
        _ => null,
    };

    private static Intent? OfPlace(Intent asked, QuestionPart part, Slots said, Intent? last) => asked switch
    {
        // 我爸在天津住院 医保是阳谷的 报几成.
        Intent.InpatientRatio or Intent.OutpatientRatio when said is { Destination: not null, Region: not null, Elsewhere: not null } => Intent.RemoteCare,
        _ when last is not Intent.RemoteCare => null,
        // 那我回老家住院报几成 after a question on care elsewhere.
        Intent.RemoteCare when part.Slots is { IsCaredAtHome: true, SpeaksOfFiling: false } => RatioQuestion.Of(said.Care?.Value) ?? Intent.InpatientRatio,
        // 门诊能报吗 after a question on care elsewhere.
        Intent.OutpatientRatio or Intent.InpatientRatio when said is { Region: null, HospitalLevel: null } && !part.Slots.IsCaredAtHome => last,
        _ => null,
    };

    private Intent? OfPerson(Intent asked, QuestionPart part, Slots said, Context context)
    {
        var wasOnPaying = context.LastIntent is { } last && SlotRules.PayingBasics.Contains(last);
        return asked switch
        {
            // 上职工的一年要多少 after a question on paying as a resident.
            _ when wasOnPaying && (SlotRules.PayingBasics.Contains(asked) || part.Intent.Best.Confidence < Clear) && words.TurnToEmployees(part) => Intent.EmployeeInsurance,
            // 三岁小囡一年几钿; 老大五岁了呢 交多少 after a question on a newborn; 娃的要带啥 after one on somebody else.
            Intent.Newborn when said is { AgeYears.Value: >= 1, BirthDate: null } => Intent.StudentChild,
            Intent.Premium when !wasOnPaying && said.Persons?.Value.All(PersonReader.IsChild) == true => Intent.StudentChild,
            Intent.StudentChild when said.Persons?.Value[0] is Person.Newborn => Intent.Newborn,
            // 那娃的医保咋办 after the birth was spoken of.
            Intent.Maternity or Intent.StudentChild or Intent.PaySteps when context.LastIntent is Intent.Maternity && said is { Care: null, AgeYears: null, Persons.Value: [Person.Child] } => Intent.Newborn,
            // 大人也这个数不 after a question on children, 普通人呢 after one on people in need.
            Intent.StudentChild when context.LastIntent is Intent.StudentChild && said.Persons?.Value.Any(PersonReader.IsChild) == false => Intent.Premium,
            Intent.LowIncomeAid or Intent.Premium when context.LastIntent is Intent.LowIncomeAid && (part.Slots.DeniesNeed || said.Persons is { Value: [Person.Resident] }) => Intent.Premium,
            // 是问她还用交不 after somebody very old was spoken of.
            _ when (asked is Intent.ResidentVsEmployee || SlotRules.PayingBasics.Contains(asked)) && said.Persons is null or { Value: [Person.Elderly] } && (!part.Slots.NamesRelative || SpeaksOfThem(part)) && context.Remembered.AgeYears is { Value: >= AgeTag.OldFrom } && words.AskWhetherStillPaid(part) => Intent.LowIncomeAid,
            // 我老婆没残疾 她一年交多少.
            Intent.LowIncomeAid when part.Slots.DeniesNeed && part.HasQuestionWord && AsksToPay(part) => Intent.Premium,
            // 我老婆身体好的 她交多少 after people in need: nobody says that she is.
            Intent.LowIncomeAid when context.LastIntent is Intent.LowIncomeAid && part is { Slots.NamesRelative: true, HasQuestionWord: true } && said.Persons is null && AsksToPay(part) && !words.NameAid(part) => Intent.Premium,
            // 他们一年交多少 after people in need were spoken of.
            Intent.Premium when said.Persons is null && SpeaksOfThem(part) && !part.Slots.NamesRelative && PersonReader.AreInNeed(context.Remembered) => Intent.LowIncomeAid,
            _ => null,
        };
    }

    /// <summary>她一年交多少.</summary>
    private static bool AsksToPay(QuestionPart part) => part.Text.AsSpan().ContainsAny('交', '缴');

    /// <summary>他, 她, 他们: who was spoken of last.</summary>
    private static bool SpeaksOfThem(QuestionPart part) => part.Text.AsSpan().ContainsAny('他', '她');

    /// <summary>What is asked of the matter just spoken of, whoever it is asked for.</summary>
    private Intent? OfSameMatter(Intent asked, QuestionPart part, Slots said, Intent last, Slots remembered) => (last, asked) switch
    {
        // 要转到市里三甲呢 after a question on what is paid back.
        (Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Calculate, Intent.TransferPlace) when said.HospitalLevel is not null => last,
        // 低保户是不是多一点 after a question on what is paid back.
        (Intent.InpatientRatio or Intent.OutpatientRatio or Intent.SeriousIllness or Intent.Calculate, Intent.LowIncomeAid) when said.Persons is not null && !part.Intent.NamesPayment && !words.NameAid(part) => last,
        // 天天吃药能报不 after a question on a chronic disease.
        (Intent.ChronicSpecial, Intent.CoverageScope) when said.Treatment is null && !part.Text.AsSpan().ContainsAny('哪', '什') => last,
        // 要带什么去 after a question on where to pay.
        (Intent.PayChannel, Intent.PaySteps) when words.AskWhatToBring(part) => last,
        // 没得微信 after the steps there.
        (Intent.PaySteps, Intent.PaySteps) when !part.HasQuestionWord && words.RuleOutThePhone(part, remembered) => Intent.PayChannel,
        // 现在补来得及么 after a question on filing.
        (Intent.RemoteCare, Intent.LateOrLapse) when said.LapsedYears is null && !part.Intent.NamesPayment && words.SpeakOfMakingUp(part) => last,
        // 现在交上还来得及不 after somebody had not paid and fell ill.
        (Intent.LateOrLapse, Intent.Deadline) when said.Year is null && words.AskWhetherInTime(part) => last,
        // 没交上现在还能交不 after a question on what was paid.
        (Intent.PaymentRecord, Intent.LateOrLapse) when said.LapsedYears is null && words.AskWhetherInTime(part) => Intent.Deadline,
        // 补的话多少钱 after years without cover.
        (Intent.LateOrLapse, Intent.Premium or Intent.Deadline or Intent.PayChannel or Intent.PaySteps or Intent.Other) when words.SpeakOfMakingUp(part) => last,
        // 人在外地能补不 after a question on the card.
        (Intent.CardOrEcert, Intent.RemoteCare) when !words.NameCare(part) => last,
        // 多久能到账 after a question on care: what is paid back. 要开什么证明 after one on moving.
        (_, Intent.PaymentRecord) when !SlotRules.IsPaying(last) && !SlotRules.IsNotOurs(last) && !part.Intent.NamesPayment && words.FitAnyMatter(part) => last,
        // 支付宝里可以吗, 我妈没智能手机 after a question on the card or on what was paid.
        (Intent.CardOrEcert or Intent.PaymentRecord, Intent.PayChannel or Intent.PaySteps) when !part.Intent.NamesPayment => last,
        _ => null,
    };

    /// <summary>Questions about paying that follow one about newborns, students or people in need are still about these, unless somebody else is named.</summary>
    private Intent? OfSamePersons(Intent asked, QuestionPart part, Slots said, Intent last, Slots remembered) => (last, asked) switch
    {
        _ when said.Persons is not null || part.Slots.NamesRelative => null,
        (Intent.Newborn, Intent.InpatientRatio or Intent.OutpatientRatio or Intent.CoverageScope or Intent.LateOrLapse) when words.NameEarlierCosts(part) => last,
        (Intent.Newborn, Intent.Premium or Intent.Deadline or Intent.PayChannel or Intent.PaySteps or Intent.LateOrLapse or Intent.StudentChild or Intent.LowIncomeAid) => last,
        (Intent.StudentChild, Intent.Premium or Intent.PayChannel or Intent.PaySteps) => last,
        (Intent.LowIncomeAid, Intent.Premium) when PersonReader.AreInNeed(remembered) => last,
        _ => null,
    };
}
