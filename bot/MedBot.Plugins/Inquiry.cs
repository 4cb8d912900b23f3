using System.Collections.Immutable;
using MedBot.Knowledge.Articles.Likeness;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Records;

namespace MedBot.Plugins;

/// <summary>What a plugin is asked: the facts of the case, however they were gathered.</summary>
public sealed record Inquiry
{
    /// <summary>Today in China; validity and countdowns are judged by it.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The question in the asker's words; articles are chosen by it. Empty when called without one.</summary>
    public string Text { get; init; } = "";

    /// <summary>What was said last of <see cref="Text"/>; what it names is told first. Empty when nothing was said before it.</summary>
    public string LastWords { get; init; } = "";

    /// <summary>How much each article is what <see cref="Text"/> asks for, where that is known already; default where it is not.</summary>
    internal ImmutableArray<ArticleLikeness> Likenesses { get; init; }

    /// <summary>Where the person is insured; null when not known.</summary>
    public Region? Region { get; init; }

    /// <summary>The benefit year asked about; null for whichever holds today.</summary>
    public int? BenefitYear { get; init; }

    public ImmutableArray<Person> Persons { get; init; } = [];

    public HospitalLevel? HospitalLevel { get; init; }

    /// <summary>True when the level was taken for granted, e.g. a county hospital for a secondary one.</summary>
    public bool HospitalLevelAssumed { get; init; }

    public CareKind? Care { get; init; }

    /// <summary>The bill in yuan.</summary>
    public decimal? AmountYuan { get; init; }

    /// <summary>The part of the bill outside the catalogue (全自费), yuan.</summary>
    public decimal? SelfPaidYuan { get; init; }

    /// <summary>The part of the bill above the price that insurance recognises (超限价自费), yuan.</summary>
    public decimal? OverLimitYuan { get; init; }

    /// <summary>The part of the bill for class B drugs and items (乙类), of which a share is paid first, yuan.</summary>
    public decimal? ClassBYuan { get; init; }

    /// <summary>What basic insurance has already paid this year, yuan.</summary>
    public decimal? PaidThisYearYuan { get; init; }

    /// <summary>Eligible cost of earlier bills of the year that basic insurance left to the person, yuan; serious-illness insurance counts it.</summary>
    public decimal? BurdenThisYearYuan { get; init; }

    /// <summary>What medical assistance has already paid this year, yuan.</summary>
    public decimal? AidThisYearYuan { get; init; }

    /// <summary>Which stay of the year it is, from 1.</summary>
    public int? StayOfYear { get; init; }

    public PayChannel? Channel { get; init; }

    public DateOnly? BirthDate { get; init; }

    public int? AgeYears { get; init; }

    public int? LapsedYears { get; init; }

    /// <summary>Lapsed years that were paid afterwards.</summary>
    public int? RepaidYears { get; init; }

    /// <summary>The day on which employee insurance ended, for somebody who moves over from it.</summary>
    public DateOnly? EmployeeCoverEnded { get; init; }

    public DateOnly? PaymentDate { get; init; }

    /// <summary>First day of the month of payment, when the day is not known.</summary>
    public DateOnly? PaymentMonth { get; init; }

    /// <summary>A disease, drug or operation by name.</summary>
    public string? Treatment { get; init; }

    /// <summary>True when the care is outside the place of insurance.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>What decides how care elsewhere is paid, as far as it was told.</summary>
    public ElsewhereCircumstance Circumstance { get; init; }

    /// <summary>Where the person moves to.</summary>
    public Region? Destination { get; init; }

    /// <summary>Facts that the asker was asked for and does not know or does not want to tell: they are not asked for again.</summary>
    public ImmutableArray<Fact> Unknown { get; init; } = [];

    /// <summary>The place asked about, or the nation when none is known.</summary>
    public Region Place => Region ?? Policy.Records.Region.Nation;

    /// <summary>
    /// True when the person belongs to the group by what was said. Where two groups were named of which one lies in the
    /// other, only the narrower counts: a newborn is not told a child's terms, nor a university student a pupil's.
    /// </summary>
    public bool Is(Person person) => Persons.Contains(person) && person switch
    {
        Person.Child => !Persons.Contains(Person.Newborn),
        Person.Student => !Persons.Contains(Person.UniversityStudent),
        _ => true,
    };
}
