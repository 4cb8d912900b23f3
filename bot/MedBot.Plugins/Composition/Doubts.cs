namespace MedBot.Plugins.Composition;

/// <summary>How it is said that records are not a government's own words: in a sentence, and in short.</summary>
internal static class Doubts
{
    public const string AllUnverified = "来源是网络整理的文章，未经官方核实，请以参保地医保局为准。";
    public const string SomeUnverified = "其中有网络文章的说法，未经官方核实，请以参保地医保局为准。";
    public const string Reported = "部分内容出自转述官方文件的资料，办理前请再核对。";

    public const string AllUnverifiedInShort = "来自网络文章，未经官方核实";
    public const string SomeUnverifiedInShort = "有网络文章的说法，未经官方核实";
    public const string ReportedInShort = "有转述的资料，办之前再核对";

    /// <summary>The doubts of two answers that are told as one: what holds for one of them only, holds for a part.</summary>
    public static IEnumerable<string> Joined(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
        Joined(Joined([.. one.Union(other)], one, other, AllUnverified, SomeUnverified), one, other, AllUnverifiedInShort, SomeUnverifiedInShort);

    private static List<string> Joined(List<string> both, IReadOnlyCollection<string> one, IReadOnlyCollection<string> other, string all, string some)
    {
        if (!both.Contains(all) || (one.Contains(all) && other.Contains(all)))
            return both;
        both.Remove(some);
        both[both.IndexOf(all)] = some;
        return both;
    }
}
