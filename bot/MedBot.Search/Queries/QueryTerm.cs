namespace MedBot.Search.Queries;

/// <summary>One distinct term of a query.</summary>
internal struct QueryTerm
{
    public ulong Key;

    /// <summary>Sum of the weights of its occurrences, before idf.</summary>
    public float Weight;

    /// <summary>Weight × idf.</summary>
    public float Value;

    /// <summary>Units that hold it, in the index of passages.</summary>
    public int DocumentFrequency;

    /// <summary>Its first occurrence in the query, or in the expansion it comes from.</summary>
    public int Start;

    public int Length;

    /// <summary>The expansion it comes from, or −1 for the query's own text.</summary>
    public int Expansion;

    public TermShape Shape;

    /// <summary>First and last character for a pair; the character itself for a single one.</summary>
    public char First;
    public char Second;
}
