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
        return benefitYear is { } year ? OfYear(layer, tables, today, year, condition) : Holding(layer, tables, today, condition);
    }

    /// <summary>The versions that hold; without one those to come; without one the newest that has passed.</summary>
    private static Finding<T> Holding<T>(Region layer, ImmutableArray<PolicyTable> tables, DateOnly today, Func<T, bool>? condition)
        where T : PolicyTable
    {
        var chosen = ImmutableArray.CreateBuilder<T>(tables.Length);
        var best = PeriodStatus.Expired;
        foreach (var table in tables)
        {
            var one = (T)table;
            if (condition is not null && !condition(one))
                continue;
            var status = one.Record.Validity.StatusOn(today);
            if (chosen.Count > 0)
            {
                var nearer = Nearness(status).CompareTo(Nearness(best));
                if (nearer == 0 && status == PeriodStatus.Expired)
                    nearer = one.Record.Validity.Last!.Value.CompareTo(chosen[0].Record.Validity.Last!.Value);
                if (nearer < 0)
                    continue;
                if (nearer > 0)
                    chosen.Clear();
            }
            best = status;
            chosen.Add(one);
        }
        return new Finding<T>(layer, best, chosen.DrainToImmutable());
    }

    private static int Nearness(PeriodStatus status) => status switch
    {
        PeriodStatus.Current => 2,
        PeriodStatus.NotYet => 1,
        _ => 0,
    };

    /// <summary>All versions that speak of the year; the status is the nearest that any of them has.</summary>
    private static Finding<T> OfYear<T>(Region layer, ImmutableArray<PolicyTable> tables, DateOnly today, int year, Func<T, bool>? condition)
        where T : PolicyTable
    {
        var chosen = ImmutableArray.CreateBuilder<T>(tables.Length);
        var best = PeriodStatus.Expired;
        foreach (var table in tables)
        {
            var one = (T)table;
            if (!SpeaksOf(one.Record, year) || (condition is not null && !condition(one)))
                continue;
            var status = one.Record.Validity.StatusOn(today);
            best = Nearness(status) > Nearness(best) ? status : best;
            chosen.Add(one);
        }
        return new Finding<T>(layer, best, chosen.DrainToImmutable());
    }

    private static bool SpeaksOf(PolicyRecord record, int year) =>
        record.BenefitYear is { } own ? own == year : record.Validity.Overlaps(Period.OfYear(year));
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
