namespace MedBot.Search.Postings;

/// <summary>
/// How a segment's list of (unit, impact) lies in bytes. Byte 0 is the form or, for a short list, its length; byte 1 the greatest impact.
/// <list type="bullet">
/// <item>Short (1 to 127 postings): for each the gap to the unit before it less one, as a variable-length number, then the impact.</item>
/// <item>Blocks of 128: the length (4 bytes), then for each block 8 bytes — last unit (24 bits), width of a gap (8), offset (24), greatest
/// impact (8) — then the blocks: gaps packed to the width, followed by the impacts.</item>
/// <item>Dense: the length (4 bytes), then one impact for every unit of the segment, zero for none.</item>
/// <item>Fixed, in segments whose unit numbers fit two bytes: the length (4 bytes), all units (2 bytes each), then all impacts.</item>
/// </list>
/// </summary>
internal static class PostingLayout
{
    public const int BlockSize = 128;
    public const byte BlocksForm = 128;
    public const byte DenseForm = 129;
    public const byte FixedForm = 130;
    public const int ShortHeader = 2;
    public const int LongHeader = 6;
    public const int SkipSize = 8;
    public const int FixedUnitSize = 2;

    /// <summary>Readers load eight bytes at a time, so a segment's bytes end with this many spare ones.</summary>
    public const int Padding = 16;

    /// <summary>Small segments afford lists that are read without decoding.</summary>
    public static bool IsFixed(int units) => units <= 1 << 14;

    /// <summary>A list is dense from a share of the segment's units on: costs memory, saves decoding. Small indexes afford more.</summary>
    /// <param name="postings">Length of the list.</param>
    /// <param name="units">Units of the segment.</param>
    /// <param name="indexUnits">Units of the whole index.</param>
    public static bool IsDense(int postings, int units, int indexUnits) =>
        postings >= BlockSize / 2 && (long)postings * (indexUnits <= 16_384 ? 32 : indexUnits <= 65_536 ? 12 : 4) >= units;
}
