using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Knowledge;

/// <summary>What must hold over all files together: ids used once, no undeclared overlap, conflicts with sides and backed numbers.</summary>
internal sealed class KnowledgeGates(List<KnowledgeProblem> problems)
{
    /// <summary>Adds what is wrong to the problems; gives the conflicts with the figures and records of their sides.</summary>
    public ImmutableArray<Conflict> Check(ImmutableArray<PolicyTable> tables, ImmutableArray<Article> articles, ImmutableArray<Conflict> conflicts)
    {
        var records = tables.Select(table => table.Record).Concat(articles.Select(article => article.Record)).ToList();
        RequireUniqueIds(records);
        RequireNoOverlap(tables);
        RequireNoUnexplainedGap(tables);
        var figures = tables.SelectMany(table => table.Figures).Concat(articles.SelectMany(article => article.Figures)).ToLookup(figure => figure.Record);
        var sides = records.SelectMany(record => record.Conflicts.Select(id => (id, record))).ToLookup(pair => pair.id, pair => pair.record);
        return [.. conflicts.Select(conflict => WithSides(conflict, [.. sides[conflict.Id]], figures))];
    }

    private void RequireUniqueIds(IEnumerable<PolicyRecord> records)
    {
        foreach (var twice in records.GroupBy(record => record.Id).Where(group => group.Count() > 1))
            Add(twice.Last().Origin, $"id“{twice.Key}”在 {twice.First().Origin} 已经用过", "全库唯一的 id");
    }

    /// <summary>Two versions that give the same item for the same place on the same day contradict or repeat each other, unless a declared conflict says so.</summary>
    private void RequireNoOverlap(IEnumerable<PolicyTable> tables)
    {
        foreach (var group in tables.GroupBy(table => (table.GetType(), table.Record.Region)))
        {
            var versions = group.ToList();
            for (var i = 0; i < versions.Count; i++)
            {
                for (var j = i + 1; j < versions.Count; j++)
                {
                    var (one, other) = (versions[i].Record, versions[j].Record);
                    if (OverlapOf(versions[i], versions[j]) is { } label)
                        Add(other.Origin, $"“{other.Id}”与 {one.Origin} 的“{one.Id}”在同一天对“{label}”都有规定", "两个版本的日期不重叠，或两边写上同一个 conflicts 编号");
                }
            }
        }
    }

    /// <summary>A year that nobody entered between two versions of an item looks like one that nobody noticed, unless the later version says why.</summary>
    private void RequireNoUnexplainedGap(IEnumerable<PolicyTable> tables)
    {
        var runs =
            from table in tables
            where table is not CollectionWindow    // windows have days between them by nature
            from figure in table.Figures
            group table.Record by (table.GetType(), table.Record.Region, figure.Label);
        var told = new HashSet<PolicyRecord>();
        foreach (var run in runs)
        {
            DateOnly? covered = null;
            foreach (var record in run.OrderBy(record => record.Validity.First ?? DateOnly.MinValue))
            {
                if (covered < DateOnly.MaxValue && record.Validity.First > covered.Value.AddDays(1) && record.WhyGapBefore is null && told.Add(record))
                    Add(record.Origin, $"“{record.Id}”和前一个版本之间，{covered.Value.AddDays(1):yyyy-MM-dd} 到 {record.Validity.First.Value.AddDays(-1):yyyy-MM-dd} 没有“{run.Key.Label}”", "日期接上，或写 gap_before: 为什么中间没有");
                covered = Later(covered ?? DateOnly.MinValue, record.Validity.Last ?? DateOnly.MaxValue);
            }
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string? OverlapOf(PolicyTable one, PolicyTable other)
    {
        var differentYears = one.Record.BenefitYear is { } first && other.Record.BenefitYear is { } second && first != second;
        if (differentYears || !one.Record.Validity.Overlaps(other.Record.Validity) || one.Record.Conflicts.Intersect(other.Record.Conflicts).Any())
            return null;
        return one.Figures.Select(figure => figure.Label).Intersect(other.Figures.Select(figure => figure.Label)).FirstOrDefault();
    }

    private Conflict WithSides(Conflict conflict, ImmutableArray<PolicyRecord> records, ILookup<PolicyRecord, Figure> figures)
    {
        if (records.IsEmpty)
            Add(conflict.Origin, $"没有哪条记录写着 conflicts: [{conflict.Id}]", "至少一条记录是这个矛盾的一方");
        return conflict with
        {
            Told = conflict.Told with { Figures = Backed(conflict, conflict.Told with { Text = conflict.Told.Text + conflict.Advice }, records, Region.Nation, figures).Figures },
            Sides = [.. conflict.Sides.Select(side => side with { Says = Backed(conflict, side.Says, records, side.Region, figures) })],
            Records = records,
        };
    }

    /// <summary>The statement with the figures behind its numbers: the place's own, or those of the places above and below it; another place's only where they have none.</summary>
    private Statement Backed(Conflict conflict, Statement statement, ImmutableArray<PolicyRecord> records, Region place, ILookup<PolicyRecord, Figure> figures)
    {
        var isOwn = records.ToLookup(record => record.Region.LiesIn(place) || place.LiesIn(record.Region));
        PolicyRecord[] own = [.. isOwn[true].OrderBy(record => record.Region == place ? 0 : 1)];
        PolicyRecord[] others = [.. isOwn[false]];
        var backing = new List<Figure>();
        foreach (var number in NumbersInText.Of(statement.Text).Distinct())
        {
            if (FigureOf(own, number) is { } figure)
                backing.Add(figure);
            else if (!Cites(own, number) && FigureOf(others, number) is { } elsewhere)
                backing.Add(elsewhere);
            else if (!Cites(records, number))
                Add(conflict.Origin, $"“{conflict.Id}”的文字里有数字 {number}，但矛盾各方没有哪个数据项是它", "文字里的每个数字都在某一方的数据项里");
        }
        return statement with { Figures = [.. backing.Distinct()] };

        Figure? FigureOf(IEnumerable<PolicyRecord> of, decimal number) => of.SelectMany(record => figures[record]).FirstOrDefault(figure => ShowsNumber(figure, number));

        static bool Cites(IEnumerable<PolicyRecord> of, decimal number) => of.SelectMany(NumbersInText.BackedBy).Contains(number);
    }

    private static bool ShowsNumber(Figure figure, decimal number) => NumbersInText.Of(figure.Text).Contains(number);

    private void Add(string origin, string problem, string expected)
    {
        var colon = origin.LastIndexOf(':');
        problems.Add(new KnowledgeProblem(origin[..colon], int.Parse(origin[(colon + 1)..]), problem, expected));
    }
}
