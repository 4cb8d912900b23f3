namespace MedBot.Understanding.Extraction;

/// <summary>What a run of text was recognised as. The letter stands in its place when questions are compared.</summary>
internal enum MentionKind
{
    Place,
    Amount,
    Year,
    Date,
    Age,
    Person,
    HospitalLevel,
    Channel,
    Treatment,
    Lapse,
}

/// <summary>What the tag of an amount says.</summary>
internal static class AmountTag
{
    /// <summary>What a bill came to.</summary>
    public const int Bill = 1;
}

/// <summary>What the tag of an age says.</summary>
internal static class AgeTag
{
    /// <summary>Somebody is eighty or older, or nearly: people ask whether they must still pay.</summary>
    public const int Old = 1;

    /// <summary>From this age on, years.</summary>
    public const int OldFrom = 75;
}

/// <summary>What the tag of a day says.</summary>
internal static class DateTag
{
    /// <summary>Somebody was born then.</summary>
    public const int Birth = 1;
}

/// <summary>What the tag of a place says.</summary>
internal static class PlaceTag
{
    /// <summary>Somebody is treated there, away from the place of insurance.</summary>
    public const int Care = 1;

    /// <summary>Somebody moves there.</summary>
    public const int Move = 2;

    /// <summary>Somebody lives there, away from the place of insurance.</summary>
    public const int Away = 3;
}

/// <summary>A run of the normal text that was recognised as a fact.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Tag">Finer sort within the kind: the person, the treatment's kind. Zero when there is none.</param>
internal readonly record struct Mention(MentionKind Kind, int Start, int Length, int Tag = 0)
{
    public int End => Start + Length;

    public bool Covers(Mention other) => Start <= other.Start && other.End <= End;

    /// <summary>A private-use character that stands for this sort of mention.</summary>
    public char Mask => (char)(0xE000 + ((int)Kind * 32) + Tag);
}
