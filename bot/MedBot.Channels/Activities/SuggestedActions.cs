using System.Collections.Immutable;
using System.Text.Json;

namespace MedBot.Channels.Activities;

/// <summary>Buttons under the last message of a conversation.</summary>
public sealed record SuggestedActions
{
    /// <summary>Ids of those who see them; empty for everybody.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    public ImmutableArray<CardAction> Actions { get; init; } = [];
}

/// <summary>A button. One of type imBack says its value in the user's place.</summary>
public sealed record CardAction
{
    public string? Type { get; init; }

    public string? Title { get; init; }

    public JsonElement? Value { get; init; }
}
