using System.Text.Json;

namespace MedBot.Channels.Activities;

/// <summary>Something attached to a message: a card in <see cref="Content"/> or a file at <see cref="ContentUrl"/>, never both.</summary>
public sealed record Attachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public JsonElement? Content { get; init; }

    public string? Name { get; init; }

    public string? ThumbnailUrl { get; init; }
}
