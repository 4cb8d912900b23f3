using System.Collections.Immutable;

namespace MedBot.Knowledge.Lexicons;

/// <summary>Finds a group of words that the program cannot do without.</summary>
public static class WordGroupLookup
{
    /// <summary>The group with a name.</summary>
    /// <param name="groups">The groups of one file.</param>
    /// <param name="name">The group's name.</param>
    /// <param name="file">The file below knowledge/, for the message.</param>
    /// <exception cref="KnowledgeException">The file has no such group.</exception>
    public static WordGroup Named(this ImmutableArray<WordGroup> groups, string name, string file) =>
        groups.FirstOrDefault(group => group.Name == name)
        ?? throw new KnowledgeException(new KnowledgeProblem(file, 1, $"没有词组“{name}”", $"{name}: 一列词"));
}
