using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Plugins.Functions.Documents;

/// <summary>A line of a calculation as JSON.</summary>
public sealed record StepDocument
{
    public required string Name { get; init; }

    public required decimal Yuan { get; init; }

    [Description("结果是区间时的上限")]
    public required decimal? UpToYuan { get; init; }

    public required Bound Bound { get; init; }

    public required string Formula { get; init; }

    public required string? Record { get; init; }

    [Description("哪一层的哪条规定")]
    public required string? Authority { get; init; }

    public static StepDocument Of(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new StepDocument
        {
            Name = step.Name,
            Yuan = Plain(step.Yuan.Low),
            UpToYuan = step.Yuan.IsRange ? Plain(step.Yuan.High) : null,
            Bound = step.Yuan.Bound,
            Formula = step.Formula,
            Record = step.Basis?.Record.Id,
            Authority = step.Authority,
        };
    }

    public JsonNode? ToJson() => JsonSerializer.SerializeToNode(this, FunctionJson.Readable.GetTypeInfo(typeof(StepDocument)));

    /// <summary>The number without trailing zeros: 19500, not 19500.00.</summary>
    internal static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
