using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MedBot.Benchmarks.Segmentation;
using MedBot.Search.Documents;
using MedBot.Search.Results;
using MedBot.Search.Scoring;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// A collection from a file of <c>id, title, body</c> rows. Rows that bear one title, or whose ids differ only in a number at the end,
/// are the passages of one article: they become one document, and every hit is named by its row again.
/// A question asked twice does not make an article.
/// </summary>
public sealed partial class TsvCollection
{
    /// <summary>A "title" on a larger share of the rows is a category, not an article.</summary>
    private const double GreatestShare = 0.05;

    private const int SmallGroup = 64;

    /// <summary>Row ids of the documents that hold several rows.</summary>
    private readonly Dictionary<SearchDocument, string[]> _rowIds;

    private TsvCollection(IReadOnlyList<SearchDocument> documents, Dictionary<SearchDocument, string[]> rowIds) => (Documents, _rowIds) = (documents, rowIds);

    public IReadOnlyList<SearchDocument> Documents { get; }

    public static TsvCollection Read(string path) => FromRows(ReadRows(path));

    /// <summary>The collection of some rows, with the rows of one article brought together unless <paramref name="group"/> is off.</summary>
    public static TsvCollection FromRows(IReadOnlyList<TsvRow> rows, bool group = true)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var keys = group ? ArticleKeys(rows) : [.. rows.Select(_ => "")];
        var limit = Math.Max(SmallGroup, (int)(rows.Count * GreatestShare));
        var groups = keys.Where(key => key.Length > 0).GroupBy(key => key).Where(same => same.Skip(1).Any() && same.Count() <= limit).ToDictionary(same => same.Key, _ => new List<TsvRow>());
        var order = new List<(TsvRow Row, List<TsvRow>? Members)>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var members = groups.GetValueOrDefault(keys[i]);
            if (members is null or { Count: 0 })
                order.Add((rows[i], members));
            members?.Add(rows[i]);
        }

        var documents = new SearchDocument[order.Count];
        var rowIds = new Dictionary<SearchDocument, string[]>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < documents.Length; i++)
        {
            var (row, members) = order[i];
            documents[i] = members is null ? new SearchDocument(row.Id) { Title = row.Title, Body = row.Body } : Article(members);
            if (members is not null)
                rowIds.Add(documents[i], [.. members.Select(member => member.Id)]);
        }

        return new TsvCollection(documents, rowIds);
    }

    /// <summary>The id of the row that a hit stands for.</summary>
    public string RowId(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return _rowIds.TryGetValue(hit.Document, out var ids) ? ids[hit.PassageIndex] : hit.DocumentId;
    }

    private static SearchDocument Article(List<TsvRow> rows)
    {
        var body = new StringBuilder();
        var passages = ImmutableArray.CreateBuilder<SearchPassage>(rows.Count);
        foreach (var row in rows)
        {
            passages.Add(new SearchPassage("", body.Length, row.Body.Length));
            body.Append(row.Body).Append('\n');
        }

        return new SearchDocument(rows[0].Id) { Title = rows[0].Title, Body = body.ToString(), Passages = passages.MoveToImmutable() };
    }

    private static string[] ArticleKeys(IReadOnlyList<TsvRow> rows)
    {
        if (rows.Any(row => row.Title.Length > 0))
            return CollectionProfile.Choose([.. rows.Select(row => new SearchDocument(row.Id) { Title = row.Title })]) == SearchScoring.Questions
                ? [.. rows.Select(_ => "")]
                : [.. rows.Select(row => row.Title)];
        var keys = rows.Select(row => NumberedPart.Match(row.Id) is { Success: true } match ? match.Groups[1].Value : "").ToArray();
        var distinct = keys.Where(key => key.Length > 0).Distinct().Count();
        return distinct >= 10 ? keys : [.. keys.Select(_ => "")];
    }

    /// <summary>
    /// The rows of a file of UTF-8: <c>id, title, body</c> or <c>id, body</c>, parted by tabs. A header row and lines without a tab are left out.
    /// A line ends with LF; CR before it belongs to the end.
    /// </summary>
    public static IReadOnlyList<TsvRow> ReadRows(string path)
    {
        var rows = new List<TsvRow>();
        using var file = File.OpenRead(path);
        var lines = new LineReader(file);
        Span<Range> cells = stackalloc Range[3];
        for (var number = 1; lines.TryRead(out var line); number++)
        {
            var count = line.Split(cells, '\t');
            if (count < 2)
                continue;
            var id = line[cells[0]].Trim().TrimStart('\uFEFF');
            if (number == 1 && IsHeader(id, line[cells[1]].Trim()))
                continue;
            rows.Add(count == 2
                ? new TsvRow(id.ToString(), "", line[cells[1]].ToString())
                : new TsvRow(id.ToString(), line[cells[1]].Trim().ToString(), line[cells[2]].ToString()));
        }

        return rows;
    }

    private static bool IsHeader(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        IsAny(first, "id", "docid", "doc_id", "pid") && IsAny(second, "title", "body", "text", "content", "passage", "question");

    private static bool IsAny(ReadOnlySpan<char> cell, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (cell.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    [GeneratedRegex(@"\A(.+)[#_:/.-][0-9]+\z")]
    private static partial Regex NumberedPart { get; }
}
