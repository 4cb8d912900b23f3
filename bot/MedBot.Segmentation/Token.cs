namespace MedBot.Segmentation;

/// <summary>A piece of a text, by UTF-16 code units. No token splits a surrogate pair.</summary>
public readonly record struct Token(int Start, int Length)
{
    public int End => Start + Length;

    public Range Range => Start..End;
}
