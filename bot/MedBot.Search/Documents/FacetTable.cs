using MedBot.Search.Queries;
using MedBot.Search.Ranking;

namespace MedBot.Search.Documents;

/// <summary>Region, topic and validity of every document as numbers. Zero stands for "none given".</summary>
internal sealed class FacetTable
{
    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _topics = new(StringComparer.Ordinal);
    private readonly int[] _region;
    private readonly int[] _topic;
    private readonly int[] _from;
    private readonly int[] _to;

    public FacetTable(IReadOnlyList<SearchDocument> documents)
    {
        _region = new int[documents.Count];
        _topic = new int[documents.Count];
        _from = new int[documents.Count];
        _to = new int[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            _region[i] = Number(_regions, documents[i].Region);
            _topic[i] = Number(_topics, documents[i].Topic);
            _from[i] = documents[i].From?.DayNumber ?? int.MinValue;
            _to[i] = documents[i].To?.DayNumber ?? int.MaxValue;
        }
    }

    public static bool IsNeeded(SearchQuery query) => !query.RegionLayers.IsDefaultOrEmpty || query.Topic is not null || query.On is not null;

    public Filter For(SearchQuery query, int[] documentOfUnit)
    {
        var regions = new bool[_regions.Count + 1];
        regions[0] = true;
        if (query.RegionLayers.IsDefaultOrEmpty)
            regions.AsSpan().Fill(true);
        else
            foreach (var region in query.RegionLayers)
                if (_regions.TryGetValue(region, out var number))
                    regions[number] = true;
        // A topic that no document has leaves the documents without one.
        var topic = query.Topic is null ? -1 : _topics.GetValueOrDefault(query.Topic);
        return new Filter(this, documentOfUnit, regions, topic, query.On?.DayNumber);
    }

    private static int Number(Dictionary<string, int> numbers, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return 0;
        if (!numbers.TryGetValue(value, out var number))
            numbers.Add(value, number = numbers.Count + 1);
        return number;
    }

    /// <summary>The documents that a query may find.</summary>
    public readonly struct Filter(FacetTable table, int[] documentOfUnit, bool[] regions, int topic, int? day) : IUnitFilter
    {
        public static bool AllowsAll => false;

        public bool Allows(int unit) => AllowsDocument(documentOfUnit[unit]);

        public bool AllowsDocument(int document) =>
            regions[table._region[document]]
            && (topic < 0 || table._topic[document] == 0 || table._topic[document] == topic)
            && (day is not { } on || (table._from[document] <= on && on <= table._to[document]));
    }
}
