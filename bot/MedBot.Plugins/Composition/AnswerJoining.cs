using MedBot.Policy.Answers;

namespace MedBot.Plugins.Composition;

/// <summary>Two answers as one.</summary>
internal static class AnswerJoining
{
    /// <summary>The answer, with all that another says told below it.</summary>
    public static Answer Beside(this Answer answer, Answer other) => answer with
    {
        Details = [.. answer.Details.Append(other.Summary).Concat(other.Details).Distinct()],
        Figures = [.. answer.Figures.Union(other.Figures)],
        Citations = [.. answer.Citations.Union(other.Citations)],
        Warnings = [.. Doubt.Joined(answer.Warnings, other.Warnings)],
        Cautions = [.. Doubt.Joined(answer.Cautions, other.Cautions)],
    };
}
