using System.Collections.Immutable;
using System.Text.Encodings.Web;
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
    // Chinese as it is takes half the room of its escapes; the JSON stands in no page.
    private static readonly StateJson Written = new(new JsonSerializerOptions(StateJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

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

    /// <summary>The words in which it asked for a fact without which it cannot answer; empty when it waits for none.</summary>
    public string AskedWith { get; init; } = "";

    /// <summary>True when the last answer ended in a question, also where it told what holds in any case.</summary>
    public bool AskedBack { get; init; }

    /// <summary>Facts of the present question that the resident does not know; the place stays among them until it is told.</summary>
    public ImmutableArray<Fact> Unknown { get; init; } = [];

    /// <summary>The question that waits while the present one is dealt with; null when none does.</summary>
    public PausedQuestion? Paused { get; init; }

    /// <summary>Questions of the last message that are answered too when the place is told that was asked for.</summary>
    public ImmutableArray<PastQuestion> Later { get; init; } = [];

    /// <summary>How often other questions have been answered while the present one waits.</summary>
    public int Interruptions { get; init; }

    /// <summary>The question whose answer was given last, whatever is being asked now; null before the first.</summary>
    public PastQuestion? Answered { get; init; }

    /// <summary>The question before the present one turned to something else; null when there is none.</summary>
    public PastQuestion? Earlier { get; init; }

    /// <summary>The last question whose answer was reckoned step by step; null when none was.</summary>
    public PastQuestion? Reckoned { get; init; }

    /// <summary>The buttons of the last reply.</summary>
    public ImmutableArray<FollowUp> Offered { get; init; } = [];

    /// <summary>The buttons of which the last message chose one; empty when it chose none.</summary>
    public ImmutableArray<FollowUp> ChosenFrom { get; init; } = [];

    /// <summary>The question that was answered last, in the resident's words.</summary>
    public string LastQuestion { get; init; } = "";

    public string ToJson() => JsonSerializer.Serialize(this, Written.ConversationState);

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
        Unknown = Unknown.IsDefault ? [] : Unknown,
        Paused = Paused?.Completed(),
        Later = Later.IsDefault ? [] : [.. Later.Select(question => question?.Completed()).OfType<PastQuestion>()],
        Answered = Answered?.Completed(),
        Reckoned = Reckoned?.Completed(),
        Earlier = Earlier?.Completed(),
        Offered = Offered.IsDefault ? [] : Offered,
        ChosenFrom = ChosenFrom.IsDefault ? [] : ChosenFrom,
        LastQuestion = LastQuestion ?? "",
    };

    /// <summary>True while a fact is asked for without which the question is not answered.</summary>
    [JsonIgnore]
    public bool IsWaiting => Asked is not null && AskedWith.Length > 0;

    /// <summary>What 怎么算的 and 依据 are asked of. A state of an older build has only its last question.</summary>
    internal PastQuestion? LastAnswered =>
        Answered ?? (!IsWaiting && LastIntent is { } intent && LastQuestion.Length > 0 ? new PastQuestion(intent, LastQuestion, Slots) : null);

    internal Context ToContext() => new()
    {
        LastIntent = LastIntent,
        AskedBeside = AskedBeside,
        Earlier = Earlier is { } before ? new EarlierQuestion(before.Intent, before.Slots) : null,
        Remembered = Slots,
        Asked = Asked,
        Offered = Offered,
        ChosenFrom = ChosenFrom,
    };
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    Converters = [typeof(RegionConverter)],
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class StateJson : JsonSerializerContext;
