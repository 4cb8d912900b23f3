using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;
using MedBot.Policy.Time;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>Immutable tables and conflicts taken apart and put together again with one of their parts exchanged, whatever kind they are.</summary>
internal static class Rebuilt
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];

    /// <summary>The whole with every reference to one object replaced by another of the same type.</summary>
    public static T With<T>(T whole, object part, object replacement)
        where T : class => (T)Of(whole, part, replacement)!;

    /// <summary>Every choice in the whole that is neither a figure nor a text, with the record that holds it.</summary>
    public static IEnumerable<(object Holder, PropertyInfo Property, object Value)> ChoicesIn(object whole)
    {
        foreach (var property in PropertiesOf(whole.GetType()))
        {
            var value = property.GetValue(whole);
            // A property that stands outside the constructor and is false is a key that nobody wrote.
            if (value is true or Enum or YearlyDay || (value is false && IsRequired(property)))
                yield return (whole, property, value);
            else if (value is System.Collections.IEnumerable items and not string)
                foreach (var choice in items.Cast<object>().Where(item => item is PolicyTable || IsPart(item)).SelectMany(ChoicesIn))
                    yield return choice;
        }
    }

    /// <summary>A copy of the record with one property set.</summary>
    public static object With(object holder, PropertyInfo property, object value)
    {
        var copy = CopyOf(holder);
        property.SetValue(copy, value);
        return copy;
    }

    private static bool IsRequired(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == property.Name);

    private static bool IsPart(object item) => item.GetType() is { IsClass: true } type && type.Assembly == typeof(PolicyTable).Assembly && item is not Figure;

    private static object? Of(object? node, object part, object replacement) => node switch
    {
        null => null,
        _ when ReferenceEquals(node, part) => replacement,
        string or Region or SourceDocument or PolicyRecord => node,
        _ when IsImmutableArray(node.GetType()) => ArrayOf(node, part, replacement),
        _ when node.GetType() is { IsClass: true } type && type.Assembly == typeof(PolicyTable).Assembly => RecordOf(node, part, replacement),
        _ => node,
    };

    /// <summary>A copy with the changed properties set, those outside the constructor too; the record itself when nothing in it changes.</summary>
    private static object RecordOf(object record, object part, object replacement)
    {
        var changed = (
            from property in PropertiesOf(record.GetType())
            let before = property.GetValue(record)
            let after = Of(before, part, replacement)
            where !ReferenceEquals(before, after)
            select (property, after)).ToList();
        if (changed.Count == 0)
            return record;
        var copy = CopyOf(record);
        foreach (var (property, value) in changed)
            property.SetValue(copy, value);
        return copy;
    }

    private static object CopyOf(object record) => record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;

    private static PropertyInfo[] PropertiesOf(Type type) =>
        Properties.GetOrAdd(type, static one => [.. one.GetProperties().Where(property => property is { CanRead: true, CanWrite: true })]);

    private static object ArrayOf(object array, object part, object replacement)
    {
        var before = ((System.Collections.IEnumerable)array).Cast<object?>().ToArray();
        var after = before.Select(value => Of(value, part, replacement)).ToArray();
        if (before.SequenceEqual(after, ReferenceEqualityComparer.Instance))
            return array;
        var items = Array.CreateInstance(array.GetType().GetGenericArguments()[0], after.Length);
        Array.Copy(after, items, after.Length);
        return Immutable(items);
    }

    private static object Immutable(Array items) =>
        typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray), BindingFlags.Public | BindingFlags.Static)!
            .MakeGenericMethod(items.GetType().GetElementType()!)
            .Invoke(null, [items])!;

    private static bool IsImmutableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
}
