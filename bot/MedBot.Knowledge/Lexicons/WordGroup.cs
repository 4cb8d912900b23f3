using System.Collections.Immutable;

namespace MedBot.Knowledge.Lexicons;

/// <summary>Words under one name.</summary>
/// <param name="Name">Name of the group, unique in its file.</param>
/// <param name="Words">The words; never empty.</param>
/// <param name="File">File below knowledge/, for messages.</param>
/// <param name="Line">Line in the file.</param>
public sealed record WordGroup(string Name, ImmutableArray<string> Words, string File, int Line)
{
    /// <summary>True for a group of which one stands in nearly every question on insurance.</summary>
    public bool IsAnchor { get; init; }

    /// <summary>True for a group whose words say what is asked, also without a question word: 缴费标准.</summary>
    public bool NamesQuestion { get; init; }

    /// <summary>What a word of the group says about the subject of a question.</summary>
    public GroupSubject Subject { get; init; } = GroupSubject.Own;
}
