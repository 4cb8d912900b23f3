using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>A line of a calculation as residents read it: 减起付线：10900 − 900 = 10000元.</summary>
internal static class StepText
{
    public static string Of(Step step) => $"{step.Name}：{Result(step)}";

    /// <summary>The line without where it is written.</summary>
    public static string WithoutAuthority(Step step) => $"{step.Name}：{Sum(step)}";

    /// <summary>The line without its name.</summary>
    public static string Result(Step step) => step.Authority is { } authority ? $"{Sum(step)}（{authority}）" : Sum(step);

    /// <summary>How the line came about and where that is written, without the amount; empty when there is nothing to say.</summary>
    public static string Origin(Step step) => string.Join('\n', new[] { step.Formula, step.Authority }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Sum(Step step) => step.Formula.Length == 0 ? Amount(step) : $"{step.Formula} = {Amount(step)}";

    public static string Amount(Step step) => step.Yuan.ToText("元");
}
