using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>
/// What a conversation remembers between turns. Kept as versioned JSON that an older and a newer build can both read:
/// what a build does not know it leaves out, and a state that it cannot read at all is a new conversation.
/// </summary>
public sealed record ConversationState
{
    public static ConversationState New { get; } = new();

    /// <summary>Version of the JSON's shape; raised when a member changes its meaning.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The intent that was answered last; null at the beginning.</summary>
    public Intent? LastIntent { get; init; }

    /// <summary>What the last message asked beside the thread: of another insurance, or for a person; null otherwise.</summary>
    public Intent? AskedBeside { get; init; }

    /// <summary>What the resident has said so far.</summary>
    public Slots Slots { get; init; } = Slots.None;

    /// <summary>The fact that the bot asked for last; null when it waits for nothing.</summary>
    public Fact? Asked { get; init; }

    /// <summary>The words in which it asked for a fact without which it could say nothing; empty otherwise.</summary>
    public string AskedWith { get; init; } = "";

    /// <summary>The buttons of the last reply.</summary>
    public ImmutableArray<FollowUp> Offered { get; init; } = [];

    /// <summary>The question that was answered last, in the resident's words.</summary>
    public string LastQuestion { get; init; } = "";

    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Default.ConversationState);

    /// <summary>Reads what <see cref="ToJson"/> wrote, in this or another version.</summary>
    public static ConversationState FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Default.ConversationState)?.Completed() ?? New;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return New;
        }
    }

    // The reader leaves null what the JSON of an older build lacks, whatever the member begins with.
    private ConversationState Completed() => this with
    {
        Slots = Slots ?? Slots.None,
        AskedWith = AskedWith ?? "",
        Offered = Offered.IsDefault ? [] : Offered,
        LastQuestion = LastQuestion ?? "",
    };

    internal Context ToContext() => new() { LastIntent = LastIntent, AskedBeside = AskedBeside, Remembered = Slots, Asked = Asked, Offered = Offered };
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    Converters = [typeof(RegionConverter)],
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class StateJson : JsonSerializerContext;
