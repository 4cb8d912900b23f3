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

/// <summary>A run of the normal text that was recognised as a fact.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Tag">Finer sort within the kind: the person, the treatment's kind. Zero when there is none.</param>
internal readonly record struct Mention(MentionKind Kind, int Start, int Length, int Tag = 0)
{
    public int End => Start + Length;

    /// <summary>A private-use character that stands for this sort of mention.</summary>
    public char Mask => (char)(0xE000 + ((int)Kind * 32) + Tag);
}
