
namespace MedBot.Search.Scoring;

/// <summary>
/// Everything that decides how hits are ranked. The two presets fit text in paragraphs and lists of questions;
/// <c>tests/MedBot.Benchmarks/results</c> shows what each part brings.
/// </summary>
public sealed record SearchScoring
{
    /// <summary>For paragraphs, passages and documents.</summary>
    public static SearchScoring Prose { get; } = new();

    /// <summary>For collections whose entries are questions with their answers: the way a thing is asked carries meaning, so fewer words are dropped.</summary>
    public static SearchScoring Questions { get; } = new()
    {
        Title = new FieldScoring(2f, 0.9f, 0.6f),
        QuestionWordWeight = 0.5f,
        CoverageExponent = 0.1f,
        FunctionWordWeight = 1,
    };

    public FieldScoring Title { get; init; } = new(1f, 0.9f, 0.6f);

    public FieldScoring Question { get; init; } = new(1.5f, 0.9f, 0.6f);

    public FieldScoring Heading { get; init; } = new(0.5f, 0.9f, 0.6f);

    public FieldScoring Body { get; init; } = new(1f, 1f, 0.65f);

    /// <summary>Weight of a single character.</summary>
    public float SingleWeight { get; init; } = 0.5f;

    /// <summary>Weight of two neighbouring characters.</summary>
    public float PairWeight { get; init; } = 1f;

    /// <summary>Weight of a dictionary word, besides that of the pairs in it.</summary>
    public float WordWeight { get; init; } = 0.5f;

    /// <summary>Weight of a run of letters or digits.</summary>
    public float RunWeight { get; init; } = 2f;

    /// <summary>How much of the whole article's score is added to each of its passages.</summary>
    public float ArticleWeight { get; init; } = 0.25f;

    /// <summary>The score is multiplied by the covered share of the query's idf to this power.</summary>
    public float CoverageExponent { get; init; } = 0.25f;

    /// <summary>How much the best window of <see cref="WindowLength"/> characters adds, as a share of the score.</summary>
    public float WindowWeight { get; init; } = 0.3f;

    /// <summary>Length of that window in characters.</summary>
    public int WindowLength { get; init; } = 30;

    /// <summary>What is left of the weight of 什么, 怎么 and other words that only mark a question, and of 请问 and other politeness.</summary>
    public float QuestionWordWeight { get; init; }

    /// <summary>What is left of the weight of particles, pronouns and joining words.</summary>
    public float FunctionWordWeight { get; init; } = 0.8f;

    internal FieldScoring For(FieldKind field) => field switch
    {
        FieldKind.Title => Title,
        FieldKind.Question => Question,
        FieldKind.Heading => Heading,
        _ => Body,
    };
}
