using MedBot.Search.Postings;
using MedBot.Search.Queries;

namespace MedBot.Search.Ranking;

/// <summary>Where the lists of a query's terms lie in each segment of an index, looked up once for all steps of the query.</summary>
internal sealed class TermLists
{
    private int[] _offsets = new int[256];
    private int _terms;

    public InvertedIndex Index { get; private set; } = InvertedIndex.Empty;

    public void Find(InvertedIndex index, ReadOnlySpan<QueryTerm> terms)
    {
        (Index, _terms) = (index, terms.Length);
        if (_offsets.Length < index.Segments.Count * terms.Length)
            _offsets = new int[index.Segments.Count * terms.Length * 2];
        var at = 0;
        foreach (var segment in index.Segments)
            foreach (ref readonly var term in terms)
                _offsets[at++] = segment.Find(term.Key);
    }

    /// <summary>Where the lists of all terms start in the segment; −1 for a term that it does not hold.</summary>
    public ReadOnlySpan<int> In(int segment) => _offsets.AsSpan(segment * _terms, _terms);

    /// <summary>In how many units of the whole index a term stands.</summary>
    public int DocumentFrequency(int term)
    {
        var sum = 0;
        for (var i = 0; i < Index.Segments.Count; i++)
            if (_offsets[i * _terms + term] is >= 0 and var offset)
                sum += Index.Segments[i].Postings(offset);
        return sum;
    }
}
