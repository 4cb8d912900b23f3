using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>What an audit counted.</summary>
/// <param name="Messages">Messages that were acknowledged, each found once and in order.</param>
/// <param name="Answers">Answers to them: one each.</param>
/// <param name="FailedCalls">Calls that failed and were made again.</param>
/// <param name="Streams">WebSocket connections, each of which went on where the one before had stopped.</param>
internal sealed record AuditReport(int Messages, int Answers, int FailedCalls, int Streams)
{
    /// <summary>Written to the test's output.</summary>
    public void Print(string what) => TestContext.Current.TestOutputHelper!.WriteLine(
        $"{what}: {Messages} messages acknowledged, {Answers} answered, 0 lost, 0 doubled; {FailedCalls} calls made again, {Streams} streams.");
}

/// <summary>Compares a conversation's log with what was sent in it.</summary>
internal static class Audit
{
    /// <summary>The number of answers, which is that of the messages.</summary>
    /// <param name="log">All activities of a conversation.</param>
    /// <param name="sent">What was acknowledged; in order, one resident after the other.</param>
    public static int Check(ImmutableArray<JsonNode> log, IReadOnlyList<SentMessage> sent)
    {
        var kept = log.Where(IsOfUser).Select(activity => new SentMessage((string)activity["channelData"]!["clientActivityID"]!, (string)activity["id"]!)).ToList();
        Assert.Equal(sent, kept);
        return CheckAnswers(log);
    }

    /// <summary>Each question is followed by one answer, which names it; numbers and times only rise.</summary>
    public static int CheckAnswers(ImmutableArray<JsonNode> log)
    {
        Assert.Equal(Enumerable.Range(1, log.Length), log.Select(activity => int.Parse(((string)activity["id"]!).Split('|')[1], CultureInfo.InvariantCulture)));
        var times = log.Select(activity => DateTimeOffset.Parse((string)activity["timestamp"]!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.Order(), times);

        var answers = 0;
        for (var at = 0; at < log.Length; at++)
        {
            if (!IsOfUser(log[at]))
                continue;
            Assert.True(at + 1 < log.Length && (string?)log[at + 1]["replyToId"] == (string?)log[at]["id"], $"{log[at]["id"]} has no answer.");
            Assert.True(at + 2 >= log.Length || IsOfUser(log[at + 2]), $"{log[at]["id"]} has more than one answer.");
            answers++;
        }

        return answers;
    }

    private static bool IsOfUser(JsonNode activity) => (string?)activity["from"]!["role"] == "user";
}
