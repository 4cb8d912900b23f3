using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Knowledge.Cases;

/// <summary>
/// An example worked by hand from the document and kept beside its table (premiums.cases.yaml beside premiums.yaml): what
/// somebody asks on a day, and what the answer must hold. It proves that the table still says what the document says.
/// </summary>
/// <param name="Table">Name of the table: premiums.</param>
/// <param name="Name">What the example shows, in a policy reader's words.</param>
/// <param name="On">The day on which it is asked.</param>
/// <param name="Origin">File and line.</param>
public sealed record WorkedExample(string Table, string Name, DateOnly On, Region Region, string Origin)
{
    public GivenFacts Given { get; init; } = new();

    /// <summary>Figures that the answer must show, each with this label and value.</summary>
    public ImmutableArray<ExpectedFigure> Figures { get; init; } = [];

    /// <summary>Lines that the calculation must have, in this order among others.</summary>
    public ImmutableArray<ExpectedStep> Steps { get; init; } = [];

    /// <summary>The sort of answer; null when the example does not care.</summary>
    public AnswerKind? Kind { get; init; }

    /// <summary>Facts that the answer must ask for.</summary>
    public ImmutableArray<Fact> Asks { get; init; } = [];

    /// <summary>Words that the answer must hold.</summary>
    public ImmutableArray<string> Says { get; init; } = [];

    /// <summary>Words that must stand nowhere in the answer: not in its text, not as the label of a figure, not as the name of a line.</summary>
    public ImmutableArray<string> Lacks { get; init; } = [];
}

/// <summary>The case as a resident would tell it; what is null was not told.</summary>
public sealed record GivenFacts
{
    public int? BenefitYear { get; init; }

    public ImmutableArray<Person> Groups { get; init; } = [];

    public HospitalLevel? Level { get; init; }

    public CareKind? Care { get; init; }

    public decimal? TotalYuan { get; init; }

    public decimal? SelfPaidYuan { get; init; }

    public decimal? OverLimitYuan { get; init; }

    public decimal? ClassBYuan { get; init; }

    public decimal? PaidThisYearYuan { get; init; }

    public decimal? BurdenThisYearYuan { get; init; }

    public decimal? AidThisYearYuan { get; init; }

    public int? StayOfYear { get; init; }

    public DateOnly? Born { get; init; }

    public int? LapsedYears { get; init; }

    public int? RepaidYears { get; init; }

    public DateOnly? EmployeeCoverEnded { get; init; }

    public DateOnly? Paid { get; init; }

    public string? Item { get; init; }

    public bool Elsewhere { get; init; }

    /// <summary>What decides how care elsewhere is paid.</summary>
    public ElsewhereCircumstance Circumstance { get; init; }
}

/// <param name="Label">The figure's label.</param>
/// <param name="Value">The value as a resident reads it: 至少85%, 2025年2月28日, 12393.</param>
/// <param name="Status">Whether its record holds on the day; null when the example does not care.</param>
/// <param name="Record">The id of its record, where several records show the same; null when the example does not care.</param>
public sealed record ExpectedFigure(string Label, string Value, PeriodStatus? Status, string? Record);

/// <param name="Yuan">The amount with its bound, e.g. 约16170.</param>
public sealed record ExpectedStep(string Name, Quantity Yuan);
