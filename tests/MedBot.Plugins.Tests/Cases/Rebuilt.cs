using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Tests.Cases;

/// <summary>Immutable tables and conflicts taken apart and put together again with one of their parts exchanged, whatever kind they are.</summary>
internal static class Rebuilt
{
    /// <summary>The whole with every reference to one object replaced by another of the same type.</summary>
    public static T With<T>(T whole, object part, object replacement)
        where T : class => (T)Of(whole, part, replacement)!;

    private static object? Of(object? node, object part, object replacement) => node switch
    {
        null => null,
        _ when ReferenceEquals(node, part) => replacement,
        string or Region or SourceDocument or PolicyRecord => node,
        _ when IsImmutableArray(node.GetType()) => ArrayOf(node, part, replacement),
        _ when node.GetType() is { IsClass: true } type && type.Assembly == typeof(PolicyTable).Assembly => RecordOf(node, part, replacement),
        _ => node,
    };

    private static object RecordOf(object record, object part, object replacement)
    {
        var constructor = record.GetType().GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        var before = constructor.GetParameters().Select(parameter => record.GetType().GetProperty(parameter.Name!)!.GetValue(record)).ToArray();
        var after = before.Select(value => Of(value, part, replacement)).ToArray();
        return before.SequenceEqual(after, ReferenceEqualityComparer.Instance) ? record : constructor.Invoke(after);
    }

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
