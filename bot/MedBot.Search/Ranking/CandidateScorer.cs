using MedBot.Search.Documents;
using MedBot.Search.Postings;
using MedBot.Search.Queries;

namespace MedBot.Search.Ranking;

/// <summary>Reads the text of the best candidates and refines their sums: how much of the query is covered, and how closely together.</summary>
internal sealed class CandidateScorer(IndexContent content)
{
    private readonly TextScan _scan = new();
    private readonly List<UnitText> _fields = [];
    private QueryTerm[] _terms = [];
    private int _termCount;
    private double _total;
    private double _reference;

    /// <summary>How many candidates are read for a query.</summary>
    public static int Depth(SearchQuery query) => Math.Clamp(query.Top * 3, 32, 200);

    public void Prepare(SearchQuery query, ReadOnlySpan<QueryTerm> terms)
    {
        if (_terms.Length < terms.Length)
            _terms = new QueryTerm[terms.Length * 2];
        terms.CopyTo(_terms);
        _termCount = terms.Length;
        _scan.Prepare(terms);
        _total = 0;
        _reference = 0;
        foreach (ref readonly var term in terms)
        {
            if (term.Expansion >= 0)
                continue;
            _reference += term.Value;
            if (term.Shape != TermShape.Word)
                _total += term.Value;
        }
    }

    public ScoredUnit Score(int unit, double sum)
    {
        var scoring = content.Scoring;
        _fields.Clear();
        content.Units.ReadWhole(unit, _fields);
        _scan.Clear();
        var window = 0f;
        foreach (var (_, text) in _fields)
        {
            _scan.Read(text.Span);
            window = Math.Max(window, _scan.BestWindow(scoring.WindowLength));
        }

        var covered = 0.0;
        var seen = _scan.Seen;
        for (var i = 0; i < _termCount; i++)
            if (seen[i] && _terms[i].Expansion < 0)
                covered += _terms[i].Value;
        var coverage = _total > 0 ? Math.Min(1, covered / _total) : 0;
        var result = new ScoredUnit(unit)
        {
            Sum = sum,
            Coverage = coverage,
            CoverageFactor = Math.Pow(coverage, scoring.CoverageExponent),
            WindowFactor = 1 + scoring.WindowWeight * (_total > 0 ? Math.Min(1, window / _total) : 0),
            Relevance = _reference > 0 ? Math.Min(1, sum / (_reference * 0.8)) : 0,
        };
        result.Score = result.Sum * result.CoverageFactor * result.WindowFactor;
        return result;
    }
}
