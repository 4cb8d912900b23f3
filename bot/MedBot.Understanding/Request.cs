using System.Collections.Immutable;
using MedBot.Policy.Answers;

namespace MedBot.Understanding;

/// <summary>
/// One question of a resident's message, understood: what is wanted, with every fact that the answer may need and where
/// each fact came from. A message with several questions gives several requests.
/// </summary>
/// <param name="Text">The part of the message that this request was read from, as it was typed.</param>
/// <param name="Act">What the resident does by saying it.</param>
/// <param name="Intent">What is asked; for acts that ask nothing, the intent that the conversation stays with.</param>
/// <param name="Confidence">0 to 1, calibrated: of requests with 0.8, about four in five are right.</param>
public sealed record Request(string Text, SpeechAct Act, Intent Intent, double Confidence)
{
    /// <summary>The same part in ordinary spelling, for search: dialect, typos and traditional characters replaced. Empty when it says nothing.</summary>
    public string Wording { get; init; } = Text;

    /// <summary>The facts, said now or before, or assumed.</summary>
    public Slots Slots { get; init; } = Slots.None;

    /// <summary>The likeliest intents with their confidence, best first; at least the chosen one.</summary>
    public ImmutableArray<IntentCandidate> Candidates { get; init; } = [];

    /// <summary>True when two candidates are too close to choose between: the dialog asks which, with both as buttons.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Places that the words could mean when they name more than one (鼓楼区, 朝阳): the dialog asks which.</summary>
    public ImmutableArray<Policy.Records.Region> RegionChoices { get; init; } = [];

    /// <summary>A place that no record can speak for, as typed (香港, 美国); null when none is named. The region is then null too.</summary>
    public string? PlaceNotCovered { get; init; }

    /// <summary>For a question on another insurance: what it would ask of ours; null otherwise.</summary>
    public Intent? OfOurs { get; init; }

    /// <summary>The buttons of which the message chose one; empty when it chose none.</summary>
    public ImmutableArray<FollowUp> ChosenFrom { get; init; } = [];

    /// <summary>Why it was understood so, for staff: a line for each piece of evidence.</summary>
    public ImmutableArray<string> Why { get; init; } = [];
}

/// <summary>An intent that the words may mean.</summary>
public sealed record IntentCandidate(Intent Intent, double Confidence);

/// <summary>What a resident does by a message.</summary>
public enum SpeechAct
{
    /// <summary>Asks something with its intent in the words.</summary>
    Ask,

    /// <summary>Asks the same of something else: 那贵州呢, 明年呢, 要是三甲呢.</summary>
    Vary,

    /// <summary>Takes a fact back: 不对，我是说广州.</summary>
    Correct,

    /// <summary>Answers what the bot asked: 三级医院.</summary>
    FillIn,

    /// <summary>怎么算的: wants the steps of the last sum.</summary>
    AskSteps,

    /// <summary>为什么: wants to know how the last answer came about.</summary>
    AskWhy,

    /// <summary>依据, 哪个文件说的: wants the sources of the last answer.</summary>
    AskSource,

    /// <summary>转人工: wants a person.</summary>
    AskPerson,

    /// <summary>重新来: forget everything said.</summary>
    Restart,

    /// <summary>算了: leave what is being asked.</summary>
    Cancel,

    Thanks,
    Greet,
    Goodbye,

    /// <summary>你能做什么.</summary>
    AskAbilities,

    /// <summary>不知道, 跳过: does not tell what the bot asked.</summary>
    PassOver,

    /// <summary>更多, 说详细点: wants the last answer in full.</summary>
    AskMore,
}

/// <summary>What the conversation knows when a message arrives.</summary>
public sealed record Context
{
    public static Context Empty { get; } = new();

    /// <summary>Intent of the last request that was answered; null at the beginning.</summary>
    public Intent? LastIntent { get; init; }

    /// <summary>
    /// What the last message asked beside the thread of the conversation: of another insurance (养老保险怎么交 asks how to
    /// pay, so that 那医保呢 does), or for a person to talk to (转人工; a place alone then asks whom to call there). Null otherwise.
    /// </summary>
    public Intent? AskedBeside { get; init; }

    /// <summary>The question of ours that was asked before the last one turned to something else; null when there is none. 接着刚才住院那个算 goes back to it.</summary>
    public EarlierQuestion? Earlier { get; init; }

    /// <summary>What was said or assumed before.</summary>
    public Slots Remembered { get; init; } = Slots.None;

    /// <summary>What the bot asked last and waits for; null when it waits for nothing.</summary>
    public Fact? Asked { get; init; }

    /// <summary>Buttons shown with the last reply, in order: a bare 2 means the second.</summary>
    public ImmutableArray<FollowUp> Offered { get; init; } = [];

    /// <summary>The buttons of which the last message chose one: 按错了，应该是第二个 chooses among them again. Empty when it chose none.</summary>
    public ImmutableArray<FollowUp> ChosenFrom { get; init; } = [];
}

/// <summary>A question that was asked, with its facts.</summary>
public sealed record EarlierQuestion(Intent Intent, Slots Slots);
