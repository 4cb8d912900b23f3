using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Policy.Records;

namespace MedBot.Understanding.Extraction;

/// <summary>The facts that one text states.</summary>
internal sealed record SlotReading(Slots Slots)
{
    /// <summary>Where facts stand, in order, without overlaps.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>What an ambiguous place name may mean.</summary>
    public ImmutableArray<Region> RegionChoices { get; init; } = [];

    /// <summary>Further places of insurance asked about in one breath (廊坊和石家庄), the first one left out.</summary>
    public ImmutableArray<Slot<Region>> MoreRegions { get; init; } = [];

    public ImmutableArray<Slot<int>> MoreYears { get; init; } = [];

    public ImmutableArray<Slot<Policy.Care.HospitalLevel>> MoreLevels { get; init; } = [];

    public ImmutableArray<Slot<Policy.Care.CareKind>> MoreCare { get; init; } = [];

    /// <summary>A place that no record can speak for: 香港.</summary>
    public string? PlaceNotCovered { get; init; }

    /// <summary>True when the resident lives at the destination: 安徽人在石家庄打工.</summary>
    public bool LivesAtDestination { get; init; }

    /// <summary>True when the text says outright where the resident is insured or comes from: 医保是大冶的.</summary>
    public bool NamesInsuredPlace { get; init; }

    /// <summary>True when the place is where somebody goes: 去广州.</summary>
    public bool GoesToPlace { get; init; }

    /// <summary>What was left to pay oneself, by which the insurance for serious illness counts.</summary>
    public Slot<decimal>? OwnShare { get; init; }

    /// <summary>True when it speaks of filing care elsewhere: 备案.</summary>
    public bool SpeaksOfFiling { get; init; }

    /// <summary>True when somebody goes home to be treated: 回老家住院.</summary>
    public bool IsCaredAtHome { get; init; }

    /// <summary>True when the place is where somebody is treated: 在西安看的.</summary>
    public bool IsTreatedAtPlace { get; init; }

    /// <summary>True when the place is where somebody works or studies: 在成都打工.</summary>
    public bool WorksAtPlace { get; init; }

    /// <summary>True when the place is where somebody is, and not said to be home: 人在兰州.</summary>
    public bool StaysAtPlace { get; init; }

    /// <summary>True when there is a way to pay on a phone that somebody has not: 没得微信.</summary>
    public bool LacksChannel { get; init; }

    /// <summary>True when somebody is said not to be in need: 没残疾.</summary>
    public bool DeniesNeed { get; init; }

    /// <summary>True when a disease of long care is named: 高血压, 透析.</summary>
    public bool NamesDisease => Mentions.Any(mention => mention.Kind == MentionKind.Treatment && (TreatmentKind)mention.Tag is TreatmentKind.TwoDiseases or TreatmentKind.Chronic or TreatmentKind.SpecialCare);

    /// <summary>True when the text turns to another member of the family, so that a remembered person no longer holds.</summary>
    public bool NamesRelative { get; init; }
}
