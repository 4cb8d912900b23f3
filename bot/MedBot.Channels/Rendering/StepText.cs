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
        return step.Formula.Length == 0 ? amount : $"{step.Formula} = {amount}";
    }

    public static string Amount(Step step) => step.Yuan.ToText("元");
}
