using MedBot.Policy.Care;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Splitting;

namespace MedBot.Understanding.Conversation;

/// <summary>What a message asks that asks nothing by its own words: the same as before, unless a fact of it belongs to a neighbouring question (门诊呢 after 住院报多少).</summary>
/// <param name="words">What goes on with a thread.</param>
internal sealed class EllipsisIntent(ThreadWords words)
{
    /// <param name="last">What was asked before.</param>
    /// <param name="known">The facts spoken of before.</param>
    /// <param name="part">The message or its part.</param>
    /// <param name="said">Its facts, by <see cref="Recollection.SaidIn"/>.</param>
    /// <param name="act">What the resident does by it; who answers what was asked turns to nobody else.</param>
    public Intent After(Intent last, Slots known, QuestionPart part, Slots said, SpeechAct act) => last is Intent.Calculate
        ? last
        : OfBill(last, said) ?? OfPaying(last, known, part, said, act) ?? OfPlace(last, known, part, said) ?? OfCare(last, part, said) ?? OfPerson(last, known, part, said, act) ?? last;

    /// <summary>我爸住院花了三万 after any question; 花了八千 after one on what is paid back.</summary>
    private static Intent? OfBill(Intent last, Slots said) =>
        said.AmountYuan is not null
        && ((RatioQuestion.Of(said.Care?.Value) is not null && last is not Intent.SeriousIllness)
            || last is Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Maternity or Intent.CoverageScope or Intent.RemoteCare)
            ? Intent.Calculate : null;

    private Intent? OfPaying(Intent last, Slots known, QuestionPart part, Slots said, SpeechAct act) => last switch
    {
        // 我老婆断了四年 after a question on paying.
        _ when SlotRules.PayingBasics.Contains(last) && said.LapsedYears is not null => Intent.LateOrLapse,
        // 我不会用手机 after the steps on one.
        Intent.PaySteps when words.RuleOutThePhone(part, known) => Intent.PayChannel,
        // 村里代收不 after the steps on a phone.
        Intent.PaySteps when act == SpeechAct.Vary && said.Channel?.Value is PayChannel.Village or PayChannel.Bank or PayChannel.Cash or PayChannel.Terminal => Intent.PayChannel,
        _ => null,
    };

    private static Intent? OfPlace(Intent last, Slots known, QuestionPart part, Slots said) => last switch
    {
        // 去郑州做呢, 省外的呢 after a question on a ratio.
        Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial when said is { Destination: not null, Elsewhere: not null, HospitalLevel: null } => Intent.RemoteCare,
        Intent.InpatientRatio or Intent.OutpatientRatio when said is { Elsewhere: not null, Care: null, Destination: null, HospitalLevel: null } => Intent.RemoteCare,
        // 医保是上饶的 after 我在杭州住院了.
        Intent.InpatientRatio or Intent.OutpatientRatio when part is { HasQuestionWord: false, Slots.NamesInsuredPlace: true } && known is { Destination: null, Region: { } treated } && said is { Destination: null, Region: { } insured } && treated.Value.Code != insured.Value.Code => Intent.RemoteCare,
        // 要是我回老家住院呢 after a question on care elsewhere.
        Intent.RemoteCare when part.Slots.IsCaredAtHome => RatioQuestion.Of(said.Care?.Value) ?? Intent.InpatientRatio,
        _ => null,
    };

    private Intent? OfCare(Intent last, QuestionPart part, Slots said)
    {
        var ratio = RatioQuestion.Of(said.Care?.Value);
        return last switch
        {
            // 俺爹县医院住院做康复 after 康复能报吗.
            Intent.CoverageScope => said.HospitalLevel is not null ? ratio : null,
            // 在社区拿药呢 after a question on a chronic disease.
            Intent.ChronicSpecial when said.Care?.Value is CareKind.Pharmacy || (!part.HasQuestionWord && said.Care?.Value is CareKind.Outpatient) => last,
            // 高血压拿药呢 after a question on a hospital's ratio.
            Intent.InpatientRatio or Intent.OutpatientRatio or Intent.ChronicSpecial or Intent.Maternity => ratio switch
            {
                null => part.Slots.NamesDisease && last is Intent.OutpatientRatio ? Intent.ChronicSpecial : last,
                Intent.OutpatientRatio when part.Slots.NamesDisease => Intent.ChronicSpecial,
                _ => ratio,
            },
            // 之前住院的钱还能报吗 after a newborn's enrolment: from which day it counts.
            Intent.Newborn when said.Care is not null && words.NameEarlierCosts(part) => last,
            // 在药店呢 急 after a question on the card: where it does not work.
            Intent.CardOrEcert => null,
            // 住院能报吗 after a question on paying, on aid or on a newborn's enrolment.
            _ => last is Intent.LowIncomeAid || !SlotRules.IsCare(last) ? ratio : null,
        };
    }

    private Intent? OfPerson(Intent last, Slots known, QuestionPart part, Slots said, SpeechAct act) => (last, said.Persons?.Value) switch
    {
        // 是问她还用交不 after somebody very old was spoken of.
        (Intent.Premium or Intent.Deadline or Intent.PaySteps, null or [Person.Elderly]) when (said.AgeYears ?? known.AgeYears) is { Value: >= AgeTag.OldFrom } && words.AskWhetherStillPaid(part) => Intent.LowIncomeAid,
        // 低保户呢 after a question on the premium; 普通人呢 after one on people in need.
        (Intent.Premium, _) when PersonReader.AreInNeed(said) => Intent.LowIncomeAid,
        (Intent.LowIncomeAid, var persons) when part.Slots.DeniesNeed || persons is [Person.Resident] => Intent.Premium,
        // 老大上小学 他的呢 after a newborn; 刚出生的呢 after everybody's premium.
        (Intent.Newborn, { } persons) when persons.Any(person => person is Person.Student or Person.UniversityStudent || (person is Person.Child && said.AgeYears is { Value: >= 1 })) => Intent.StudentChild,
        // 那他爷爷呢 今年66 after a newborn.
        (Intent.Newborn, { } persons) when persons.All(person => person is Person.Elderly or Person.Resident) => Intent.Premium,
        (_, [Person.Newborn, ..]) when SlotRules.PayingBasics.Contains(last) => Intent.Newborn,
        // 灵活就业的呢, 不对，我问的是职工医保 after a question on paying as a resident.
        _ when SlotRules.PayingBasics.Contains(last) && (words.TurnToEmployees(part) || (act == SpeechAct.Correct && words.NameEmployees(part))) => Intent.EmployeeInsurance,
        // 大人呢 after a question on children turns to everybody's premium.
        (Intent.StudentChild, { } persons) when !persons.Any(PersonReader.IsChild) => persons[0] is Person.Newborn ? Intent.Newborn : Intent.Premium,
        // 我呢 after a question on a child or a newborn.
        (Intent.StudentChild, null) when act != SpeechAct.FillIn && part.Slots.NamesRelative => Intent.Premium,
        (Intent.Newborn, null) when act != SpeechAct.FillIn && part.Slots.NamesRelative => Intent.PaySteps,
        _ => null,
    };
}
