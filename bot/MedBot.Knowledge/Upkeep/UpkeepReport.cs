using System.Collections.Immutable;
using MedBot.Policy.Records;

namespace MedBot.Knowledge.Upkeep;

/// <summary>What staff should look at soon. None of it is an error: nothing breaks because a day has passed.</summary>
/// <param name="Unchecked">Records that nobody has compared with their source for long, the longest first, with the days since.</param>
/// <param name="Ending">Records that hold today and end soon, the soonest first, with the days left; 0 on the last day.</param>
/// <param name="UnusedSources">Documents under sources/ that no record names.</param>
public sealed record UpkeepReport(
    ImmutableArray<(PolicyRecord Record, int Days)> Unchecked,
    ImmutableArray<(PolicyRecord Record, int Days)> Ending,
    ImmutableArray<SourceDocument> UnusedSources)
{
    /// <summary>Days after which a record that holds counts as unchecked for long.</summary>
    public const int UncheckedAfter = 180;

    /// <summary>Days before the end from which a record counts as ending soon.</summary>
    public const int EndingWithin = 60;

    /// <summary>Passed records are history: they are not reported as unchecked.</summary>
    public static UpkeepReport Of(KnowledgeBase knowledge, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var holding = knowledge.Records.Where(record => record.Validity.Contains(today)).ToList();
        var named = knowledge.Records.Select(record => record.Source.Id).ToHashSet();
        return new UpkeepReport(
            [
                .. holding.Select(record => (Record: record, Days: today.DayNumber - record.CheckedOn.DayNumber))
                    .Where(one => one.Days > UncheckedAfter)
                    .OrderByDescending(one => one.Days).ThenBy(one => one.Record.Id, StringComparer.Ordinal),
            ],
            [
                .. from record in holding
                   where record.Validity.Last is not null
                   let days = record.Validity.Last!.Value.DayNumber - today.DayNumber
                   where days <= EndingWithin
                   orderby days, record.Id
                   select (record, days),
            ],
            [.. knowledge.Sources.Values.Where(source => !named.Contains(source.Id)).OrderBy(source => source.Id, StringComparer.Ordinal)]);
    }
}
