namespace MedBot.Policy.Time;

/// <summary>How a day lies to a period.</summary>
public enum PeriodStatus
{
    /// <summary>The day lies inside (现行).</summary>
    Current,

    /// <summary>The period ended before the day (已失效).</summary>
    Expired,

    /// <summary>The period starts after the day (未生效).</summary>
    NotYet,
}

/// <summary>
/// A run of calendar days with either end possibly not stated. Both ends count: a window that closes on 31 December
/// still accepts that day. An end that is null is one that the document does not give; it does not mean "for ever".
/// </summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public Period(DateOnly? first, DateOnly? last)
    {
        if (first is { } from && last is { } to)
            ArgumentOutOfRangeException.ThrowIfLessThan(to, from, nameof(last));
        (First, Last) = (first, last);
    }

    /// <summary>First day inside, or null when the document gives none.</summary>
    public DateOnly? First { get; }

    /// <summary>Last day inside, or null when the document gives none.</summary>
    public DateOnly? Last { get; }

    public static Period OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public PeriodStatus StatusOn(DateOnly day) =>
        Last < day ? PeriodStatus.Expired : First > day ? PeriodStatus.NotYet : PeriodStatus.Current;

    public bool Contains(DateOnly day) => StatusOn(day) == PeriodStatus.Current;

    public bool Overlaps(Period other) => !(Last < other.First) && !(other.Last < First);
}
