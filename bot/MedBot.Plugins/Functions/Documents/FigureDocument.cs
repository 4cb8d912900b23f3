using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Plugins.Functions.Documents;

/// <summary>A figure as JSON, with where, when and by which clause it holds.</summary>
public sealed record FigureDocument
{
    [Description("数字；区间写成“50-70”，日期写成 YYYY-MM-DD，电话为文字")]
    public required JsonNode? Value { get; init; }

    public required string Unit { get; init; }

    [Description("exact 就是这个数；at_least 至少；at_most 最高；about 约；range 区间。转述时必须保留")]
    public required Bound Bound { get; init; }

    [Description("这个数是什么")]
    public required string Label { get; init; }

    [Description("居民读到的写法，如“至少85%”")]
    public required string Text { get; init; }

    public required string Record { get; init; }

    public required DateOnly? ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    [Description("享受待遇的年度；长期有效的规定为空")]
    public required int? PolicyYear { get; init; }

    public required PlaceDocument Region { get; init; }

    [Description("current 现在有效；expired 已过期；not_yet 还没生效")]
    public required PeriodStatus Status { get; init; }

    [Description("official 官方原文；reported 转述官方；unverified 网络文章，未经核实")]
    public required Confidence Confidence { get; init; }

    [Description("出自哪份文件")]
    public required string Document { get; init; }

    [Description("第几条；整份文件则为空")]
    public required string? Clause { get; init; }

    /// <param name="figure">The figure.</param>
    /// <param name="today">The day on which validity is judged.</param>
    public static FigureDocument Of(Figure figure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var record = figure.Record;
        return new FigureDocument
        {
            Value = figure.Value switch
            {
                FigureValue.Number { Quantity: { IsRange: true } range } => $"{range.Low:0.####}-{range.High:0.####}",
                FigureValue.Number number => StepDocument.Plain(number.Quantity.Low),
                FigureValue.Day day => day.Date.ToString("yyyy-MM-dd"),
                FigureValue.Characters characters => characters.Text,
                _ => null,
            },
            Unit = figure.Unit,
            Bound = figure.Number?.Bound ?? Bound.Exact,
            Label = figure.Label,
            Text = figure.Text,
            Record = record.Id,
            ValidFrom = record.Validity.First,
            ValidTo = record.Validity.Last,
            PolicyYear = record.BenefitYear,
            Region = PlaceDocument.Of(record.Region),
            Status = record.Validity.StatusOn(today),
            Confidence = record.Confidence,
            Document = record.Source.Number ?? record.Source.Title,
            Clause = record.Article,
        };
    }

    public JsonNode? ToJson() => JsonSerializer.SerializeToNode(this, FunctionJson.Readable.GetTypeInfo(typeof(FigureDocument)));
}
