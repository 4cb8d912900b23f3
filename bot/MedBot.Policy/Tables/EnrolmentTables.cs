using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Policy.Tables;

/// <summary>From when a newborn is covered.</summary>
public enum CoverStart
{
    Birth,

    /// <summary>The day on which the premium is paid, or the day after where the record says so.</summary>
    Payment,

    /// <summary>At once on enrolment, the text not saying whether care before it is paid (即时).</summary>
    Enrolment,

    /// <summary>1 January of the next benefit year.</summary>
    NextYear,
}

/// <summary>How a newborn is enrolled (新生儿参保). A version may say only some of it; what it does not say is null.</summary>
/// <param name="EnrolWithin">Days from birth in which to enrol and pay; the day of birth counts as the first.</param>
/// <param name="CoverStart">From when one is covered when enrolled in time.</param>
/// <param name="LateWait">Waiting period when late, in days or months as its unit says.</param>
/// <param name="LateCoverStart">From when one is covered when late; null when not said.</param>
/// <param name="LateRetroactive">Whether care before a late payment is paid; null when not said.</param>
/// <param name="LateCost">What a late parent pays besides the premium, an amount; null when not said.</param>
/// <param name="FirstYearPremium">Premium of the year of birth, when the text gives one: 0 for free, or an example.</param>
/// <param name="YearsForDecemberBirth">Premium years to pay when born in December; null when not said.</param>
/// <param name="Terms">Conditions in words, a sentence each.</param>
public sealed record NewbornTable(
    PolicyRecord Record,
    Person Group,
    Figure? EnrolWithin,
    CoverStart? CoverStart,
    Figure? LateWait,
    CoverStart? LateCoverStart,
    bool? LateRetroactive,
    Figure? LateCost,
    Figure? FirstYearPremium,
    Figure? YearsForDecemberBirth,
    ImmutableArray<string> Terms) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Those([EnrolWithin, LateWait, LateCost, FirstYearPremium, YearsForDecemberBirth]);
}

/// <summary>The waiting period after a lapse or a late enrolment (待遇等待期).</summary>
/// <param name="Fixed">Months that everybody late waits.</param>
/// <param name="PerExtraYear">Months added for each further lapsed year.</param>
/// <param name="PerYearRepaid">Months taken off for each lapsed year paid afterwards.</param>
/// <param name="AtMost">Upper bound of the whole, when a place sets one.</param>
/// <param name="GraceAfterEmployee">Months after leaving employee insurance within which there is no waiting.</param>
/// <param name="Exempt">Groups that do not wait.</param>
/// <param name="Terms">Conditions in words, a sentence each.</param>
public sealed record WaitingPeriodTable(
    PolicyRecord Record,
    Figure? Fixed,
    Figure? PerExtraYear,
    Figure? PerYearRepaid,
    Figure? AtMost,
    Figure? GraceAfterEmployee,
    ImmutableArray<Person> Exempt,
    ImmutableArray<string> Terms) : PolicyTable(Record)
{
    /// <summary>The first benefit year whose lapse counts; null when every lapsed year does.</summary>
    public Figure? CountLapsedFrom { get; init; }

    public override IEnumerable<Figure> Figures => Those([Fixed, PerExtraYear, PerYearRepaid, AtMost, GraceAfterEmployee, CountLapsedFrom]);
}

/// <summary>Resident and employee insurance side by side (居民医保和职工医保的区别).</summary>
public sealed record ComparisonTable(PolicyRecord Record, ImmutableArray<ComparisonRow> Rows) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Rows.SelectMany(row => row.Numbers);
}

/// <param name="Aspect">谁参加, 怎么缴费, 缴多少 …</param>
/// <param name="Resident">What holds for resident insurance, numbers among the figures.</param>
/// <param name="Employee">What holds for employee insurance.</param>
/// <param name="Numbers">The numbers in the two texts.</param>
public sealed record ComparisonRow(string Aspect, string Resident, string Employee, ImmutableArray<Figure> Numbers);

/// <summary>Whom to ask (咨询渠道).</summary>
public sealed record ContactTable(PolicyRecord Record, ImmutableArray<ContactRow> Rows) : PolicyTable(Record)
{
    public override IEnumerable<Figure> Figures => Rows.Select(row => row.Phone);
}

/// <summary>What an office answers for.</summary>
public enum ContactPurpose
{
    /// <summary>Cover, reimbursement, registration: 医保局.</summary>
    Insurance,

    /// <summary>Payment: 税务.</summary>
    Payment,

    /// <summary>Social security card, employment: 人社.</summary>
    SocialSecurity,
}

public sealed record ContactRow(string Office, ContactPurpose Purpose, Figure Phone, string? Condition);
