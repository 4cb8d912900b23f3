using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Understanding.Conversation;

namespace MedBot.Understanding;

/// <summary>How a fact came into a request.</summary>
public enum SlotOrigin
{
    /// <summary>In this message.</summary>
    Said,

    /// <summary>In an earlier message of the conversation.</summary>
    Inherited,

    /// <summary>Taken for granted, e.g. a county hospital for a secondary one; the answer says so.</summary>
    Assumed,
}

/// <summary>A fact with where it came from.</summary>
/// <param name="Value">The fact.</param>
/// <param name="Origin">How it came into the request.</param>
/// <param name="Words">The words that it was read from, as typed; null when they are gone.</param>
public sealed record Slot<T>(T Value, SlotOrigin Origin, string? Words = null)
    where T : notnull;

/// <summary>The facts of a request. Null means: not said, not remembered.</summary>
public sealed record Slots
{
    public static Slots None { get; } = new();

    /// <summary>These facts, and where one is missing, that of <paramref name="known"/> as inherited.</summary>
    public Slots Over(Slots known) => SlotMerging.Over(this, known);

    public Slot<Region>? Region { get; init; }

    /// <summary>The benefit year (享受年度): 今年, 明年, 2025年度, 25年.</summary>
    public Slot<int>? Year { get; init; }

    /// <summary>Every group that the person belongs to, most telling first; never empty when set.</summary>
    public Slot<ImmutableArray<Person>>? Persons { get; init; }

    public Slot<HospitalLevel>? HospitalLevel { get; init; }

    /// <summary>住院, 门诊 …</summary>
    public Slot<CareKind>? Care { get; init; }

    /// <summary>The bill, in yuan, two decimals at most.</summary>
    public Slot<decimal>? AmountYuan { get; init; }

    /// <summary>What of the bill is outside the catalogue, in yuan: 其中自费两千.</summary>
    public Slot<decimal>? SelfPaidYuan { get; init; }

    /// <summary>What of the bill is for class B drugs and items, in yuan: 乙类药三千.</summary>
    public Slot<decimal>? ClassBYuan { get; init; }

    /// <summary>What of the bill is above the price that insurance recognises, in yuan: 超限价两百.</summary>
    public Slot<decimal>? OverLimitYuan { get; init; }

    /// <summary>What insurance has paid earlier in the year, in yuan: 今年已经报了三千.</summary>
    public Slot<decimal>? PaidThisYearYuan { get; init; }

    /// <summary>Which stay of the year it is, from 1: 今年第二次住院.</summary>
    public Slot<int>? StayOfYear { get; init; }

    public Slot<PayChannel>? Channel { get; init; }

    /// <summary>Birthday of the person asked about, or of a newborn from 刚生20天.</summary>
    public Slot<DateOnly>? BirthDate { get; init; }

    /// <summary>Month of birth, 1 to 12, also when the day is not known: 12月出生的.</summary>
    public Slot<int>? BirthMonth { get; init; }

    /// <summary>Age in whole years, when said as such.</summary>
    public Slot<int>? AgeYears { get; init; }

    /// <summary>Years without cover: 断了两年.</summary>
    public Slot<int>? LapsedYears { get; init; }

    /// <summary>Lapsed years that were paid afterwards: 补缴了一年.</summary>
    public Slot<int>? RepaidYears { get; init; }

    /// <summary>The day on which employee insurance ended: 职工医保8月5号停的. Assumed, and the earliest that it can be, where only a month or a span is said.</summary>
    public Slot<DateOnly>? EmployeeCoverEnded { get; init; }

    /// <summary>First day of the month of payment, when no day is said: 上个月补交的.</summary>
    public Slot<DateOnly>? PaymentMonth { get; init; }

    /// <summary>Day of payment or of the event asked about: 3月5号交的.</summary>
    public Slot<DateOnly>? PaymentDate { get; init; }

    /// <summary>A disease, drug or operation by the name of the lexicon: 高血压, 膝关节单髁置换术.</summary>
    public Slot<string>? Treatment { get; init; }

    /// <summary>True when the care is outside the place of insurance: 异地, 去外省看病.</summary>
    public Slot<bool>? Elsewhere { get; init; }

    /// <summary>What decides how care elsewhere is paid: 没备案, 急诊, 转诊.</summary>
    public Slot<ElsewhereCircumstance>? Circumstance { get; init; }

    /// <summary>
    /// The other place: where somebody moves to (从廊坊转到石家庄: 石家庄), or is treated (去北京看病: 北京, with
    /// <see cref="Elsewhere"/>). The place that they leave or are insured in is <see cref="Region"/>.
    /// </summary>
    public Slot<Region>? Destination { get; init; }
}
