using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>A line of a calculation as residents read it: 减起付线：10900 − 900 = 10000元.</summary>
internal static class StepText
{
    public static string Of(Step step) => $"{step.Name}：{Result(step)}";

    /// <summary>The line without its name.</summary>
    public static string Result(Step step)
    {
        var amount = Amount(step);
        var line = step.Formula.Length == 0 ? amount : $"{step.Formula} = {amount}";
        return step.Authority is { } authority ? $"{line}（{authority}）" : line;
    }

    /// <summary>How the line came about and where that is written, without the amount; empty when there is nothing to say.</summary>
    public static string Origin(Step step) => string.Join('\n', new[] { step.Formula, step.Authority }.Where(part => !string.IsNullOrEmpty(part)));

    public static string Amount(Step step) => step.Yuan.ToText("元");
}
