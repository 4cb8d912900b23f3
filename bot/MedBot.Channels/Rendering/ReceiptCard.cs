using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Channels.Activities;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Rendering;

/// <summary>A calculation as a receipt: one line a step with its amount on the right, the last one in bold.</summary>
internal static class ReceiptCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    private const string Heading = "计算过程";

    public static Attachment Of(ImmutableArray<Step> steps)
    {
        var body = ImmutableArray.CreateBuilder<CardElement>();
        body.Add(Text(Heading) with { Weight = "Bolder", Style = "heading" });
        for (var index = 0; index < steps.Length; index++)
            body.Add(Line(steps[index], isResult: index == steps.Length - 1));

        var inWords = Heading + "：\n" + string.Join('\n', steps.Select(StepText.Of));
        var card = new AdaptiveCard { Body = body.ToImmutable(), FallbackText = inWords, Speak = inWords };
        return new Attachment { ContentType = ContentType, Content = JsonSerializer.SerializeToElement(card, CardJson.Readable.AdaptiveCard) };
    }

    private static CardElement Line(Step step, bool isResult)
    {
        var name = Text(step.Name) with { Weight = isResult ? "Bolder" : null };
        var amount = Text(StepText.Amount(step)) with { Weight = isResult ? "Bolder" : null, HorizontalAlignment = "Right" };
        var origin = StepText.Origin(step);
        ImmutableArray<CardElement> left = origin.Length == 0
            ? [name]
            : [name, Text(origin) with { Size = "Small", Spacing = "None" }];
        return new CardElement
        {
            Type = "ColumnSet",
            Separator = true,
            Columns =
            [
                new CardElement { Type = "Column", Width = "stretch", Items = left },
                new CardElement { Type = "Column", Width = "auto", Items = [amount] },
            ],
        };
    }

    private static CardElement Text(string text) => new() { Type = "TextBlock", Text = text, Wrap = true };
}

/// <summary>An Adaptive Card, as far as receipts need it.</summary>
internal sealed record AdaptiveCard
{
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Type { get; init; } = "AdaptiveCard";

    /// <summary>1.3 is what the Emulator and older Web Chats read too.</summary>
    public string Version { get; init; } = "1.3";

    public string Lang { get; init; } = "zh-CN";

    public required string FallbackText { get; init; }

    public required string Speak { get; init; }

    public required ImmutableArray<CardElement> Body { get; init; }
}

/// <summary>A TextBlock, ColumnSet or Column.</summary>
internal sealed record CardElement
{
    public required string Type { get; init; }

    public string? Text { get; init; }

    public bool? Wrap { get; init; }

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public string? Style { get; init; }

    public string? Spacing { get; init; }

    public bool? Separator { get; init; }

    public string? HorizontalAlignment { get; init; }

    public string? Width { get; init; }

    public ImmutableArray<CardElement>? Columns { get; init; }

    public ImmutableArray<CardElement>? Items { get; init; }
}

[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJson : JsonSerializerContext
{
    public static CardJson Readable { get; } = new(ActivityJson.WireOptions());
}
