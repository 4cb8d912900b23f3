using System.Collections.Immutable;
using MedBot.Policy.Time;

namespace MedBot.Policy.Records;

/// <summary>How sure a record is, judged by where its text was read.</summary>
public enum Confidence
{
    /// <summary>Official wording was read.</summary>
    Official,

    /// <summary>A secondary source that names the official document, or a value derived from official ones.</summary>
    Reported,

    /// <summary>A web text without an official reference. Residents are told; it never enters a sum as a point value.</summary>
    Unverified,
}

/// <summary>What is wanting in a record. Each is said to the resident.</summary>
[Flags]
public enum Shortcomings
{
    None = 0,

    /// <summary>The source names no place, no group or no number, or words it loosely.</summary>
    Vague = 1,

    /// <summary>The source breaks off in mid-sentence.</summary>
    CutOff = 2,

    /// <summary>The source gives a number only as an example.</summary>
    Example = 4,
}

/// <summary>An issued document or page, one file under knowledge/sources.</summary>
/// <param name="Id">File name without extension; unique.</param>
/// <param name="Title">Title as issued, or a plain description of an untitled text.</param>
/// <param name="Number">Document number (文号) such as 国办发〔2024〕38号; null when it has none.</param>
/// <param name="Issuer">Who issued it; null when not known.</param>
/// <param name="Issued">Day of issue; null when not known.</param>
/// <param name="Address">Where it can be read; null when not known.</param>
/// <param name="Confidence">The best that a record resting on this document may claim.</param>
public sealed record SourceDocument(string Id, string Title, string? Number, string? Issuer, DateOnly? Issued, string? Address, Confidence Confidence);

/// <summary>
/// Where a figure comes from and where and when it holds: one version of one table, or one article.
/// </summary>
/// <param name="Id">Stable name, unique over all knowledge: langfang-inpatient-newborn.</param>
/// <param name="Region">The place that it speaks for.</param>
/// <param name="Validity">The days on which it holds, both ends inside.</param>
/// <param name="BenefitYear">The year of cover (享受年度) that it speaks of, which is not the year of payment; null for standing rules.</param>
/// <param name="Source">The document.</param>
/// <param name="Article">Article or passage in the document; null when the whole document.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="CheckedOn">The day on which someone last compared it with its source.</param>
/// <param name="Shortcomings">What is wanting in it.</param>
/// <param name="Conflicts">Ids of the declared conflicts that it is a side of.</param>
/// <param name="Covers">Ids of collected facts that it stands for, for the coverage test.</param>
/// <param name="Note">What a resident should know besides, in plain words; null when nothing.</param>
/// <param name="Origin">File and line, for staff: regions/131000-langfang/resident/inpatient.yaml:4.</param>
public sealed record PolicyRecord(
    string Id,
    Region Region,
    Period Validity,
    int? BenefitYear,
    SourceDocument Source,
    string? Article,
    Confidence Confidence,
    DateOnly CheckedOn,
    Shortcomings Shortcomings,
    ImmutableArray<string> Conflicts,
    ImmutableArray<string> Covers,
    string? Note,
    string Origin)
{
    /// <summary>Why nothing is known for the days between the version before and this one; null when the days meet.</summary>
    public string? WhyGapBefore { get; init; }

    public bool Equals(PolicyRecord? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
