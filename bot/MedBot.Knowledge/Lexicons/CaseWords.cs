using System.Collections.Immutable;
using MedBot.Policy.Care;

namespace MedBot.Knowledge.Lexicons;

/// <summary>Words that say under which rule care elsewhere falls. Where several are said, all hold; the longest word counts where they overlap.</summary>
public sealed record CircumstanceWords(ElsewhereCircumstance Circumstance, ImmutableArray<string> Words);

/// <summary>Words for a group of persons.</summary>
/// <param name="Person">The group.</param>
/// <param name="Words">What such a person is called.</param>
/// <param name="From">Youngest age in whole years that says the same; null when an age says nothing.</param>
/// <param name="To">Oldest such age.</param>
public sealed record PersonWords(Person Person, ImmutableArray<string> Words, int? From, int? To);

/// <summary>Words for a hospital level.</summary>
/// <param name="Level">The level.</param>
/// <param name="Words">What such a hospital is called.</param>
/// <param name="IsAssumed">True when the words do not state the level and it is taken for granted: 县医院.</param>
/// <param name="Needs">Words of which one must stand in the message too; empty when the words alone suffice.</param>
/// <param name="Unless">Words right behind that make it something else: 二级伤残.</param>
/// <param name="IsAnswer">True when they name a hospital only in answer to which one it was: 县里那个.</param>
public sealed record LevelWords(HospitalLevel Level, ImmutableArray<string> Words, bool IsAssumed, ImmutableArray<string> Needs, ImmutableArray<string> Unless, bool IsAnswer);

/// <summary>Words for a way to pay.</summary>
/// <param name="Channel">The way.</param>
/// <param name="Words">What it is called.</param>
/// <param name="Needs">Words of which one must stand in the message too; empty when the words alone suffice.</param>
/// <param name="Unless">Words right behind that make it something else: 手机号.</param>
public sealed record ChannelWords(PayChannel Channel, ImmutableArray<string> Words, ImmutableArray<string> Needs, ImmutableArray<string> Unless);

/// <summary>Words for a sort of care.</summary>
public sealed record CareWords(CareKind Care, ImmutableArray<string> Words);

/// <summary>What a treatment is, for telling questions apart.</summary>
public enum TreatmentKind
{
    /// <summary>高血压, 糖尿病.</summary>
    TwoDiseases,

    /// <summary>A disease that is treated for long outside hospital.</summary>
    Chronic,

    /// <summary>透析, 放疗.</summary>
    SpecialCare,

    /// <summary>A costly illness.</summary>
    Serious,
    Operation,
    Drug,

    /// <summary>An examination, a device or another item of care.</summary>
    Item,
}

/// <summary>A disease, drug or operation.</summary>
/// <param name="Name">The name that slots carry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">What it is called, the name included.</param>
public sealed record TreatmentWords(string Name, TreatmentKind Kind, ImmutableArray<string> Words);
