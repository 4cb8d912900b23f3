using System.Text.Json.Serialization;
using MedBot.Policy.Records;

namespace MedBot.Policy.Figures;

/// <summary>What a figure shows: a number with its bound, a calendar day, or a string of characters such as a telephone number.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Number), "number"), JsonDerivedType(typeof(Day), "day"), JsonDerivedType(typeof(Characters), "characters")]
public abstract record FigureValue
{
    private FigureValue() { }

    public sealed record Number(Quantity Quantity) : FigureValue;

    public sealed record Day(DateOnly Date) : FigureValue;

    public sealed record Characters(string Text) : FigureValue;
}

/// <summary>
/// One figure that may be shown to a resident. It knows the record that it was read or calculated from, so an answer
/// can never show a number that nobody can follow back.
/// </summary>
/// <param name="Label">What the figure is, in the resident's words: 三级医院住院报销比例.</param>
/// <param name="Value">The number, day or characters.</param>
/// <param name="Unit">The unit as written behind the number: 元, 元/人/年, %, 天, 个月, 年; empty for days and characters.</param>
/// <param name="Record">Where it comes from; of a calculated figure, the record that decided it.</param>
public sealed record Figure(string Label, FigureValue Value, string Unit, PolicyRecord Record)
{
    /// <summary>The number, when the figure is one.</summary>
    public Quantity? Number => (Value as FigureValue.Number)?.Quantity;

    /// <summary>The day, when the figure is one.</summary>
    public DateOnly? Day => (Value as FigureValue.Day)?.Date;

    /// <summary>The value as a resident reads it, without the label: 至少85%, 2025年2月28日, 12393.</summary>
    public string Text => Value switch
    {
        FigureValue.Number number => number.Quantity.ToText(Unit),
        FigureValue.Day day => ChineseDate.Full(day.Date),
        FigureValue.Characters characters => characters.Text,
        _ => throw new InvalidOperationException($"A figure cannot hold a {Value.GetType().Name}."),
    };
}

/// <summary>Days as residents read them.</summary>
public static class ChineseDate
{
    /// <summary>2025年2月28日.</summary>
    public static string Full(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>2月28日.</summary>
    public static string MonthAndDay(DateOnly day) => $"{day.Month}月{day.Day}日";
}
