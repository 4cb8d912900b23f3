using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Policy.Lookup;

/// <summary>
/// All tables of all places. A question is answered by the nearest layer that has an answer: county, city, province,
/// nation. Immutable and thread-safe.
/// </summary>
public sealed class PolicyBook
{
    private readonly FrozenDictionary<(Type Kind, string RegionCode), ImmutableArray<PolicyTable>> _tables;

    public PolicyBook(IEnumerable<PolicyTable> tables, IEnumerable<Conflict> conflicts)
    {
        Tables = [.. tables];
        Conflicts = conflicts.ToFrozenDictionary(conflict => conflict.Id);
        _tables = Tables.GroupBy(table => (table.GetType(), table.Record.Region.Code))
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public ImmutableArray<PolicyTable> Tables { get; }

    public FrozenDictionary<string, Conflict> Conflicts { get; }

    /// <summary>
    /// What the nearest layer says that has a table of this kind which meets the condition. Of that layer's versions,
    /// those that hold on the day win over those to come, and those over the newest that has passed; of a year that is
    /// named, all that speak of it count, since a standing rule does not take the place of that year's own figures.
    /// </summary>
    /// <param name="region">Where the resident is insured.</param>
    /// <param name="today">The day on which validity is judged.</param>
    /// <param name="benefitYear">Only versions of this benefit year, or standing rules; null for whichever holds today.</param>
    /// <param name="condition">Which versions count; null for all.</param>
    public Finding<T> Find<T>(Region region, DateOnly today, int? benefitYear = null, Func<T, bool>? condition = null)
        where T : PolicyTable
    {
        ArgumentNullException.ThrowIfNull(region);
        for (var layer = region; layer is not null; layer = layer.Parent)
        {
            if (At(layer, today, benefitYear, condition) is { IsEmpty: false } finding)
                return finding;
        }
        return new Finding<T>(region, PeriodStatus.Expired, []);
    }

    /// <summary>What this one layer says, without looking farther up.</summary>
    public Finding<T> At<T>(Region layer, DateOnly today, int? benefitYear = null, Func<T, bool>? condition = null)
        where T : PolicyTable
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (!_tables.TryGetValue((typeof(T), layer.Code), out var tables))
            return new Finding<T>(layer, PeriodStatus.Expired, []);

        var candidates = tables.Cast<T>()
            .Where(table => condition?.Invoke(table) ?? true)
            .Where(table => benefitYear is null || SpeaksOf(table.Record, benefitYear.Value));
        if (benefitYear is not null)
            return OfYear(layer, today, [.. candidates]);
        var best = candidates
            .GroupBy(table => table.Record.Validity.StatusOn(today))
            .MinBy(group => group.Key switch { PeriodStatus.Current => 0, PeriodStatus.NotYet => 1, _ => 2 });
        return best switch
        {
            null => new Finding<T>(layer, PeriodStatus.Expired, []),
            { Key: PeriodStatus.Expired } => new(layer, PeriodStatus.Expired, Newest(best)),
            _ => new(layer, best.Key, [.. best]),
        };
    }

    private static Finding<T> OfYear<T>(Region layer, DateOnly today, ImmutableArray<T> tables)
        where T : PolicyTable
    {
        var statuses = tables.Select(table => table.Record.Validity.StatusOn(today)).ToHashSet();
        var best = statuses.Contains(PeriodStatus.Current) ? PeriodStatus.Current
            : statuses.Contains(PeriodStatus.NotYet) ? PeriodStatus.NotYet
            : PeriodStatus.Expired;
        return new Finding<T>(layer, best, tables);
    }

    private static bool SpeaksOf(PolicyRecord record, int year) =>
        record.BenefitYear is { } own ? own == year : record.Validity.Overlaps(Period.OfYear(year));

    private static ImmutableArray<T> Newest<T>(IEnumerable<T> passed)
        where T : PolicyTable
    {
        var newest = passed.Max(table => table.Record.Validity.Last);
        return [.. passed.Where(table => table.Record.Validity.Last == newest)];
    }
}

/// <summary>What a look-up found. Several tables at once are sides of a declared conflict or parts of one rule.</summary>
/// <param name="Layer">The layer that answered; when nothing was found, the place asked for.</param>
/// <param name="Status">Whether it holds today; of tables that differ in this, whether any does.</param>
public sealed record Finding<T>(Region Layer, PeriodStatus Status, ImmutableArray<T> Tables)
    where T : PolicyTable
{
    public bool IsEmpty => Tables.IsEmpty;

    public bool IsCurrent => !IsEmpty && Status == PeriodStatus.Current;
}
