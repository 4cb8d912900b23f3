using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MedBot.Search.Documents;
using MedBot.Search.Results;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// A collection from a file of <c>id, title, body</c> rows. Rows that bear one title, or whose ids differ only in a number at the end,
/// are the passages of one article: they become one document, and every hit is named by its row again.
/// </summary>
public sealed partial class TsvCollection
{
    /// <summary>A "title" on a larger share of the rows is a category, not an article.</summary>
    private const double GreatestShare = 0.05;

    private const int SmallGroup = 64;

    private readonly Dictionary<string, string[]> _rowIds;

    private TsvCollection(IReadOnlyList<SearchDocument> documents, Dictionary<string, string[]> rowIds) => (Documents, _rowIds) = (documents, rowIds);

    public IReadOnlyList<SearchDocument> Documents { get; }

    public static TsvCollection Read(string path) => FromRows(ReadRows(path));

    public static TsvCollection FromRows(IReadOnlyList<TsvRow> rows)
    {
        var keys = ArticleKeys(rows);
        var limit = Math.Max(SmallGroup, (int)(rows.Count * GreatestShare));
        var sizes = rows.Select((_, i) => keys[i]).Where(key => key.Length > 0).GroupBy(key => key).ToDictionary(group => group.Key, group => group.Count());
        var documents = new List<SearchDocument>(rows.Count);
        var rowIds = new Dictionary<string, string[]>();
        foreach (var group in rows.Select((row, i) => (Row: row, Key: sizes.GetValueOrDefault(keys[i]) is > 1 and var size && size <= limit ? keys[i] : $"\u0001{i}")).GroupBy(pair => pair.Key))
        {
            var members = group.Select(pair => pair.Row).ToArray();
            var id = documents.Count.ToString();
            rowIds.Add(id, [.. members.Select(row => row.Id)]);
            documents.Add(members.Length == 1 ? new SearchDocument(id) { Title = members[0].Title, Body = members[0].Body } : Article(id, members));
        }

        return new TsvCollection(documents, rowIds);
    }

    /// <summary>The id of the row that a hit stands for.</summary>
    public string RowId(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return _rowIds[hit.DocumentId][hit.PassageIndex];
    }

    private static SearchDocument Article(string id, TsvRow[] rows)
    {
        var body = new StringBuilder();
        var passages = ImmutableArray.CreateBuilder<SearchPassage>(rows.Length);
        foreach (var row in rows)
        {
            passages.Add(new SearchPassage("", body.Length, row.Body.Length));
            body.Append(row.Body).Append('\n');
        }

        return new SearchDocument(id) { Title = rows[0].Title, Body = body.ToString(), Passages = passages.MoveToImmutable() };
    }

    private static string[] ArticleKeys(IReadOnlyList<TsvRow> rows)
    {
        if (rows.Any(row => row.Title.Length > 0))
            return [.. rows.Select(row => row.Title)];
        var keys = rows.Select(row => NumberedPart.Match(row.Id) is { Success: true } match ? match.Groups[1].Value : "").ToArray();
        var distinct = keys.Where(key => key.Length > 0).Distinct().Count();
        return distinct >= 10 ? keys : [.. keys.Select(_ => "")];
    }

    private static List<TsvRow> ReadRows(string path)
    {
        var rows = new List<TsvRow>();
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            var cells = line.Split('\t', 3);
            if (cells.Length < 2 || (rows.Count == 0 && cells[0].Trim() is var first && Headers.Contains(first)))
                continue;
            rows.Add(cells.Length == 2 ? new TsvRow(cells[0].Trim(), "", cells[1]) : new TsvRow(cells[0].Trim(), cells[1].Trim(), cells[2]));
        }

        return rows;
    }

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase) { "id", "docid", "doc_id", "\uFEFFid" };

    [GeneratedRegex(@"\A(.+)[#_:/.-][0-9]+\z")]
    private static partial Regex NumberedPart { get; }
}
