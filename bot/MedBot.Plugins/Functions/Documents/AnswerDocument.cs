using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using MedBot.Policy.Answers;
using Microsoft.Extensions.AI;

namespace MedBot.Plugins.Functions.Documents;

/// <summary>An answer as JSON, for programs: what <see cref="Answer"/> says, each figure with its place, validity and clause.</summary>
public sealed record AnswerDocument
{
    [Description("answer 有答案；ask_back 还要再问一件事；not_published 没有收录；out_of_scope 不是居民医保；not_understood 没听懂")]
    public required AnswerKind Kind { get; init; }

    [Description("一两句话的回答")]
    public required string Summary { get; init; }

    [Description("条件和细节")]
    public required ImmutableArray<string> Details { get; init; }

    public required ImmutableArray<FigureDocument> Figures { get; init; }

    [Description("计算的每一步；没有计算则为空")]
    public required ImmutableArray<StepDocument> Steps { get; init; }

    public required ImmutableArray<CitationDocument> Citations { get; init; }

    [Description("过期、未核实、来源不一等提醒，转述时不可省略")]
    public required ImmutableArray<string> Warnings { get; init; }

    [Description("可以接着问的")]
    public required ImmutableArray<string> FollowUps { get; init; }

    [Description("还缺哪些情况，缺了答案不够准，最要紧的在前")]
    public required ImmutableArray<string> Missing { get; init; }

    [Description("按哪一天判断是否有效")]
    public required DateOnly AsOf { get; init; }

    internal static JsonElement Schema { get; } = AIJsonUtilities.CreateJsonSchema(typeof(AnswerDocument), serializerOptions: FunctionJson.Readable);

    /// <param name="answer">The answer.</param>
    /// <param name="today">The day on which validity is judged.</param>
    public static AnswerDocument Of(Answer answer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerDocument
        {
            Kind = answer.Kind,
            Summary = answer.Summary,
            Details = answer.Details,
            Figures = [.. answer.Figures.Select(figure => FigureDocument.Of(figure, today))],
            Steps = [.. answer.Steps.Select(StepDocument.Of)],
            Citations = [.. answer.Citations.Select(CitationDocument.Of)],
            Warnings = answer.Warnings,
            FollowUps = [.. answer.FollowUps.Select(button => button.Message)],
            Missing = [.. answer.Missing.Select(fact => JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.ToString()))],
            AsOf = today,
        };
    }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, FunctionJson.Readable.GetTypeInfo(typeof(AnswerDocument)));

    /// <summary>The same as text, Chinese unescaped.</summary>
    public string ToText() => JsonSerializer.Serialize(this, FunctionJson.Readable.GetTypeInfo(typeof(AnswerDocument)));
}
