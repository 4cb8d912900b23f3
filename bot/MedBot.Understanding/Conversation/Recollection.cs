using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Understanding.Splitting;

namespace MedBot.Understanding.Conversation;

/// <summary>The facts of a question: what is said now, for what it is beside what is known, and of what is known what still holds.</summary>
internal static class Recollection
{
    /// <summary>Questions that are asked of where somebody is treated or moves to, and not of where they live.</summary>
    private static readonly ImmutableHashSet<Intent> OfElsewhere = [Intent.RemoteCare, Intent.TransferPlace, Intent.Calculate, Intent.InpatientRatio, Intent.OutpatientRatio];

    /// <param name="part">The question.</param>
    /// <param name="said">Its facts, by <see cref="SaidIn"/>.</param>
    /// <param name="act">What the resident does by it.</param>
    /// <param name="intent">What it asks.</param>
    /// <param name="context">What the conversation knows.</param>
    /// <param name="denied">The facts that the message takes back; null when it names none.</param>
    public static Slots FactsOf(QuestionPart part, Slots said, SpeechAct act, Intent intent, Context context, Slots? denied)
    {
        // 自付部分七万六 tells the insurance for serious illness what it counts by.
        if (intent == Intent.SeriousIllness && said.AmountYuan is null && part.Slots.OwnShare is { } share)
            said = said with { AmountYuan = share with { Origin = SlotOrigin.Assumed }, SelfPaidYuan = null };
        var known = StillKnown(part, said, act, intent, context);
        return WithPersonOf(intent, SlotMerging.Over(Placed(part, said, act, intent, context, known, denied), known));
    }

    /// <summary>The facts said now. A newborn that is then called a child stays a newborn, also after others were spoken of.</summary>
    public static Slots SaidIn(QuestionPart part, Context context) => part.Slots.Slots switch
    {
        { Persons.Value: [Person.Child], AgeYears: null } said when context.Remembered.Persons?.Value.Contains(Person.Newborn) == true => said with { Persons = null },
        { Persons: { Value: [Person.Child] } child, AgeYears: null } said when context.Remembered.BirthDate is not null => said with { Persons = child with { Value = [Person.Newborn, Person.Child] } },
        var said => said,
    };

    private static Slots StillKnown(QuestionPart part, Slots said, SpeechAct act, Intent intent, Context context)
    {
        var isSameMatter = context.LastIntent is not { } last || SlotRules.IsCare(last) == SlotRules.IsCare(intent);
        var known = context.LastIntent == intent || (act != SpeechAct.Ask && !part.HasOwnQuestion && isSameMatter)
            ? context.Remembered
            : SlotRules.Keep(context.Remembered, context.LastIntent, intent);
        // 哪些药能报 asks of no treatment named before.
        if (intent == Intent.CoverageScope && part.HasOwnQuestion && part.WholeText.AsSpan().ContainsAny('哪', '什'))
            known = known with { Treatment = null };
        // 那我生孩子的钱能报不 after a newborn's enrolment asks of the mother.
        if (intent == Intent.Maternity && known.Persons?.Value.Any(person => person is Person.Newborn or Person.Child) == true)
            known = known with { Persons = null, AgeYears = null, BirthDate = null, BirthMonth = null };
        // 我老公户口在固始, where the place was asked for, turns to nobody else; nor does 户口打算落他爸那 他爸是聊城的, which asks nothing.
        if (act != SpeechAct.FillIn && !(!part.HasQuestionWord && said.Region is not null && said.AgeYears is null) && (part.Slots.NamesRelative || said.AgeYears is not null) && part.Slots.Slots.Persons is null)
            known = known with { Persons = null, AgeYears = null, BirthDate = null, BirthMonth = null };
        // 那居民的多少钱 after 交居民还是灵活就业好 is asked for whoever pays as a resident.
        if (known.Persons?.Value.Contains(Person.FlexibleWorker) == true && SlotRules.IsPaying(intent) && context.LastIntent is Intent.ResidentVsEmployee or Intent.EmployeeInsurance)
            known = known with { Persons = null };
        if (part.Slots.PlaceNotCovered is not null || part.Slots.RegionChoices.Length > 0)
            known = known with { Region = null };
        return known;
    }

    /// <summary>The facts said now, with the place as what it is: of insurance, of treatment, or to move to.</summary>
    private static Slots Placed(QuestionPart part, Slots said, SpeechAct act, Intent intent, Context context, Slots known, Slots? denied)
    {
        if (part.Slots.LivesAtDestination && !OfElsewhere.Contains(intent))
            return said with { Region = said.Destination, Destination = null, Elsewhere = null };
        // 医保是大冶的 after 我妈在深圳住院: where care was spoken of is elsewhere.
        if (part.Slots.NamesInsuredPlace && act is SpeechAct.Vary or SpeechAct.FillIn && said is { Region: { } insured, Destination: null, Elsewhere: null }
            && context.LastIntent is { } last && SlotRules.IsCare(last) && context.Remembered is { Destination: null, Region: { } treated } && treated.Value.Code != insured.Value.Code)
            return said with { Destination = treated with { Origin = SlotOrigin.Inherited }, Elsewhere = new Slot<bool>(true, SlotOrigin.Inherited, treated.Words) };
        // 户口早就迁到大竹了 几号截止: who has moved there is asked about there.
        if (said is { Region: null, Destination: { } moved, Elsewhere: null } && intent is not (Intent.TransferPlace or Intent.RemoteCare))
            return said with { Region = moved, Destination = null };
        if (said is { Region: { } place, Destination: null } && IsOtherPlace(part, act, intent, known, place, denied?.Region?.Value))
            return said with { Region = null, Destination = place };
        // 那边交多少 after 转到重庆.
        if (SlotRules.IsPaying(intent) && said.Region is null && context.Remembered.Destination is { } there && part.WholeText.Contains("那边", StringComparison.Ordinal))
            return said with { Region = there };
        return said;
    }

    /// <summary>True when a place stands in the stead of the destination: 不是长沙，是株洲 after 转到长沙.</summary>
    private static bool IsOtherPlace(QuestionPart part, SpeechAct act, Intent intent, Slots known, Slot<Region> place, Region? denied) => intent switch
    {
        _ when denied is not null && known.Destination is { } before => denied.Code == before.Value.Code,
        // 不对，我是说广州 after 我在佛山 老家是北流的: the place of the same province, or the one named last.
        Intent.RemoteCare when act == SpeechAct.Correct && !part.Slots.NamesInsuredPlace && known is { Region: { } home, Destination: { } away } && home.Value.Province != away.Value.Province && (place.Value.Province == home.Value.Province || place.Value.Province == away.Value.Province) => place.Value.Province == away.Value.Province,
        Intent.RemoteCare when act == SpeechAct.Correct && !part.Slots.NamesInsuredPlace && known is { Region.Origin: SlotOrigin.Inherited, Destination.Origin: SlotOrigin.Said } => true,
        // 不去苏州了 去无锡, and 老家是虞城 after 从石河子转回老家.
        Intent.TransferPlace when known.Region is { } from && from.Value.Code != place.Value.Code && (part.Slots.GoesToPlace || (known.Destination is null && act == SpeechAct.Vary)) => true,
        Intent.TransferPlace => act != SpeechAct.Ask && !part.Slots.NamesInsuredPlace && (known is { Destination: not null, Region: null } || part.Slots.GoesToPlace),
        // 我娃也在义乌 after 人在义乌; 去南京 after a question on care elsewhere.
        Intent.RemoteCare when place.Value.Code == known.Destination?.Value.Code => true,
        // 人在兰州 after 我参保在湟源.
        Intent.RemoteCare when act != SpeechAct.Ask && known.Region is not null && part.Slots.StaysAtPlace => true,
        // 在西安看的 after 外地看病回来怎么报.
        Intent.RemoteCare when act == SpeechAct.Vary && part.Slots.IsTreatedAtPlace => true,
        // 女儿在成都打工 摔断腿住院了: where she is insured is not said.
        Intent.RemoteCare when part.Slots.WorksAtPlace && known.Region is null => true,
        Intent.RemoteCare => (known.Destination is not null || act != SpeechAct.Ask) && part.Slots.GoesToPlace,
        _ => false,
    };

    /// <summary>A question about a newborn's insurance speaks of a newborn, also where it says 娃.</summary>
    private static Slots WithPersonOf(Intent intent, Slots slots)
    {
        if (intent != Intent.Newborn || slots.Persons?.Value.Contains(Person.Newborn) == true)
            return slots;
        ImmutableArray<Person> persons = slots.Persons is { } named ? [Person.Newborn, .. named.Value] : [Person.Newborn];
        return slots with { Persons = new Slot<ImmutableArray<Person>>(persons, SlotOrigin.Assumed, slots.Persons?.Words) };
    }
}
