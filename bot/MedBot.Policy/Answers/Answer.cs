using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MedBot.Policy.Figures;

namespace MedBot.Policy.Answers;

/// <summary>What sort of answer a resident gets. There is no sort "guess".</summary>
public enum AnswerKind
{
    /// <summary>What was asked, from records.</summary>
    Answer,

    /// <summary>One question back, because the answer depends on it. May carry what holds in any case.</summary>
    AskBack,

    /// <summary>Ours to answer, but no record for that place or year; says who knows.</summary>
    NotPublished,

    /// <summary>Not about resident insurance.</summary>
    OutOfScope,

    /// <summary>Not understood; shows what can be asked.</summary>
    NotUnderstood,
}

/// <summary>
/// What a resident is told, typed: every channel renders this and nothing else. Text in it shows no number that is not
/// in <see cref="Figures"/>, <see cref="Steps"/>, <see cref="Citations"/> or the resident's own words.
/// </summary>
/// <param name="Kind">The sort of answer.</param>
/// <param name="Summary">One or two sentences, the figure first. Plain text.</param>
public sealed record Answer(AnswerKind Kind, string Summary)
{
    /// <summary>Conditions and particulars, a sentence or line each.</summary>
    public ImmutableArray<string> Details { get; init; } = [];

    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>The lines of a calculation in order; empty when nothing was calculated.</summary>
    public ImmutableArray<Step> Steps { get; init; } = [];

    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>Expired, vague, secondary or contradicting records, a sentence each.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What is wanting in the records, in a few words each, for where <see cref="Warnings"/> do not fit: 已经过期, 来源说法不一.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>True for what was asked for in full (更多, 怎么算的, 依据): no channel shortens it.</summary>
    public bool InFull { get; init; }

    /// <summary>Next questions as buttons, at most three; for <see cref="AnswerKind.AskBack"/>, the choices.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; init; } = [];

    /// <summary>The facts that would narrow the answer, most useful first; the dialog asks for the first.</summary>
    public ImmutableArray<Fact> Missing { get; init; } = [];
}

/// <summary>One line of a calculation: 减起付线, 10000.00, 10900 − 900.</summary>
/// <param name="Name">What the line is.</param>
/// <param name="Yuan">The amount after this line, in yuan to the fen, with its bound.</param>
/// <param name="Formula">How it came about, in words and numbers.</param>
/// <param name="Basis">The figure that decided the line; null for plain arithmetic on the resident's own numbers.</param>
public sealed record Step(string Name, Quantity Yuan, string Formula, Figure? Basis)
{
    /// <summary>Which layer decided the line and where it is written: 湖北武汉，武政规〔2017〕24号，第二十四条. Null for plain arithmetic.</summary>
    public string? Authority => Basis?.Record is { } record
        ? string.Join('，', new[] { record.Region.FullName, record.Source.Number ?? record.Source.Title, record.Article }.OfType<string>())
        : null;
}

/// <summary>Where it is written.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Document">Its number, article and date as a resident would quote it.</param>
/// <param name="Address">Where to read it; null when no address is known.</param>
public sealed record Citation(string Title, string Document, string? Address);

/// <summary>A button: what it shows and what it says in the resident's place when pressed.</summary>
[method: JsonConstructor]
public sealed record FollowUp(string Title, string Message)
{
    public FollowUp(string message) : this(message, message) { }
}

/// <summary>A fact about the resident's case that an answer can depend on.</summary>
public enum Fact
{
    Region,
    HospitalLevel,
    Amount,
    BirthDate,
    CareKind,
    PayChannel,
    LapsedYears,
    PaymentDate,
    Person,

    /// <summary>The part of a bill outside the catalogue.</summary>
    SelfPaid,

    /// <summary>What was already paid to the person this year.</summary>
    PaidThisYear,

    /// <summary>Which stay of the year it is.</summary>
    StayOfYear,
}
