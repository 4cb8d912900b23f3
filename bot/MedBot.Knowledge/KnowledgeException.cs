using System.Collections.Immutable;

namespace MedBot.Knowledge;

/// <summary>Something wrong in a file under knowledge/, told so that staff can mend it without asking a developer.</summary>
/// <param name="File">Path below knowledge/, with forward slashes.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Problem">What stands there.</param>
/// <param name="Expected">What should stand there.</param>
public sealed record KnowledgeProblem(string File, int Line, string Problem, string Expected)
{
    public override string ToString() => $"{File}:{Line}: {Problem}；应为：{Expected}";
}

/// <summary>knowledge/ cannot be used as it is. Carries every problem found, not only the first.</summary>
public sealed class KnowledgeException : Exception
{
    public KnowledgeException(ImmutableArray<KnowledgeProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public KnowledgeException(KnowledgeProblem problem)
        : this([problem]) { }

    public ImmutableArray<KnowledgeProblem> Problems { get; }
}
