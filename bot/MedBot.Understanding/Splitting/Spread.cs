using System.Buffers;
using System.Collections.Immutable;
using MedBot.Policy.Care;
using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;

namespace MedBot.Understanding.Splitting;

/// <summary>One request for each of several facts asked about in one breath: 廊坊和石家庄分别交多少, 二级三级各报多少.</summary>
internal static class Spread
{
    private const int Limit = 6;

    /// <summary>Characters of words that ask for each of several: 各报多少, 分别, 都报多少, 三甲呢.</summary>
    private static readonly SearchValues<char> Each = SearchValues.Create("各别都又呢");

    public static IEnumerable<Request> Over(Request request, SlotReading reading, NormalText text)
    {
        if (request.Intent is Intent.TransferPlace or Intent.RemoteCare)
            return [request];
        var requests = new List<Request> { request };
        if (IsListed(request.Slots.Region?.Words, reading.MoreRegions.Select(more => more.Words), text) || (reading.MoreRegions.Length > 0 && text.Text.Contains('各', StringComparison.Ordinal)))
            requests.AddRange(reading.MoreRegions.Select(more => request with { Slots = request.Slots with { Region = more } }));
        else if (IsListed(request.Slots.Year?.Words, reading.MoreYears.Select(more => more.Words), text))
            requests.AddRange(reading.MoreYears.Select(more => request with { Slots = request.Slots with { Year = more } }));
        else if (request.Slots.HospitalLevel is { } level && (IsListed(level.Words, reading.MoreLevels.Select(more => more.Words), text) || AsksEachLevel(request, text)))
            requests.AddRange(reading.MoreLevels.Select(more => request with { Slots = request.Slots with { HospitalLevel = more } }));
        else if (reading.MoreCare.Length > 0 && IsListed(request.Slots.Care?.Words, [reading.MoreCare[0].Words], text))
            return OfCare(request, reading.MoreCare[0]);
        return requests.Take(Limit);
    }

    /// <summary>住院和门诊各报多少 asks for both ratios.</summary>
    private static IEnumerable<Request> OfCare(Request request, Slot<CareKind> other)
    {
        if (request.Slots.Care is not { } first || RatioOf(first.Value) is not { } one || RatioOf(other.Value) is not { } two
            || request.Intent is not (Intent.InpatientRatio or Intent.OutpatientRatio))
            return [request];
        var confidence = Math.Min(1, request.Candidates.Where(candidate => candidate.Intent == one || candidate.Intent == two).Sum(candidate => candidate.Confidence));
        var clear = request with { Confidence = Math.Max(request.Confidence, confidence), IsAmbiguous = false };
        return [clear with { Intent = one }, clear with { Intent = two, Slots = clear.Slots with { Care = other } }];
    }

    /// <summary>社区住院报几成，去三甲又报几成 asks for each; 从县医院转到三甲 speaks of one stay.</summary>
    private static bool AsksEachLevel(Request request, NormalText text) =>
        request.Intent is Intent.InpatientRatio or Intent.OutpatientRatio && (text.Text.Count(letter => letter == '报') > 1 || text.Text.AsSpan().ContainsAny(Each)) && !text.Text.AsSpan().ContainsAny('转', '比', '差') && !text.Text.Contains("一样", StringComparison.Ordinal);

    private static Intent? RatioOf(CareKind care) => care switch
    {
        CareKind.Inpatient => Intent.InpatientRatio,
        CareKind.Outpatient => Intent.OutpatientRatio,
        _ => null,
    };

    /// <summary>True when the words stand one after the other, with nothing but 和, 跟, 、 between them.</summary>
    private static bool IsListed(string? first, IEnumerable<string?> more, NormalText text)
    {
        var any = false;
        var before = first;
        foreach (var words in more)
        {
            if (before is null || words is null || !StandTogether(text.Message, before, words))
                return false;
            (before, any) = (words, true);
        }
        return any;
    }

    private static bool StandTogether(string message, string one, string other)
    {
        var first = message.IndexOf(one, StringComparison.Ordinal);
        var second = first < 0 ? -1 : message.IndexOf(other, first + one.Length, StringComparison.Ordinal);
        if (second < 0)
            return false;
        var between = message[(first + one.Length)..second].Trim();
        return between.Length == 0 || Joins.Contains(Named.Aggregate(between, (text, word) => text.Replace(word, "", StringComparison.Ordinal)).Trim());
    }

    private static readonly ImmutableHashSet<string> Joins = ["和", "跟", "与", "、", "，", ",", "/", "同", "还有", "以及", "或", "或者", "还是", "比", "对比", "vs"];

    /// <summary>What may be said again of each: 固原医保和吴忠医保, 二级医院、三级医院.</summary>
    private static readonly ImmutableArray<string> Named = ["居民医保", "医保", "医院", "的"];
}
