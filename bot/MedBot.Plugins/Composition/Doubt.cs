using MedBot.Policy.Records;

namespace MedBot.Plugins.Composition;

/// <summary>That records are not a government's own words.</summary>
/// <param name="Sentence">In a sentence.</param>
/// <param name="InShort">In a few words.</param>
internal sealed record Doubt(string Sentence, string InShort)
{
    private static readonly Doubt AllUnverified = new("来源是网络整理的文章，未经官方核实，请以参保地医保局为准。", "来自网络文章，未经官方核实");
    private static readonly Doubt SomeUnverified = new("其中有网络文章的说法，未经官方核实，请以参保地医保局为准。", "有网络文章的说法，未经官方核实");
    private static readonly Doubt Reported = new("部分内容出自转述官方文件的资料，办理前请再核对。", "有转述的资料，办之前再核对");

    /// <summary>The doubt about records that an answer rests on; null when there is none.</summary>
    public static Doubt? About(IReadOnlyCollection<PolicyRecord> records) =>
        records.Any(record => record.Confidence == Confidence.Unverified)
            ? records.All(record => record.Confidence == Confidence.Unverified) ? AllUnverified : SomeUnverified
            : records.Any(record => record.Confidence == Confidence.Reported) ? Reported : null;

    /// <summary>What is said of doubts by two answers that are told as one: what holds for one of them only, holds for a part.</summary>
    public static IEnumerable<string> Joined(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other) =>
        Joined(Joined([.. one.Union(other)], one, other, AllUnverified.Sentence, SomeUnverified.Sentence), one, other, AllUnverified.InShort, SomeUnverified.InShort);

    private static List<string> Joined(List<string> both, IReadOnlyCollection<string> one, IReadOnlyCollection<string> other, string all, string some)
    {
        if (!both.Contains(all) || (one.Contains(all) && other.Contains(all)))
            return both;
        both.Remove(some);
        both[both.IndexOf(all)] = some;
        return both;
    }
}
