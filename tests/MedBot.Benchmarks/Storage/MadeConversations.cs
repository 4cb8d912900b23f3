using System.Collections.Immutable;
using MedBot.Storage.Conversations;

namespace MedBot.Benchmarks.Storage;

/// <summary>Conversations and turns of the sizes that real ones have: a greeting, a question of a line, an answer with its sources.</summary>
internal static class MadeConversations
{
    private static readonly DateTimeOffset Start = new(2025, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Question = "{\"type\":\"message\",\"text\":\"我在石家庄 娃儿刚生20天 医保咋个办\",\"pad\":\"" + new string('q', 300) + "\"}";
    private static readonly string Answer = "{\"type\":\"message\",\"text\":\"" + new string('答', 400) + "\"}";
    private static readonly string Greeting = "{\"type\":\"message\",\"text\":\"" + new string('好', 60) + "\"}";
    private static readonly string State = "{\"version\":1,\"slots\":\"" + new string('s', 500) + "\"}";

    /// <summary>As ids are made: they grow with time.</summary>
    public static string IdOf(long number) => $"{number:x12}{number * 0x9E3779B9 % 0x1_0000_0000_0000:x20}";

    /// <summary>A conversation in which one question was answered.</summary>
    public static NewConversation Conversation(long number) =>
        new(IdOf(number), "directline", "dl_1", State, [Greeting, Question, Answer], Start.AddSeconds(number));

    /// <summary>Makes the conversations from one number up to another, which is not made.</summary>
    public static async Task FillAsync(IConversationStore store, int from, int to)
    {
        const int SideBySide = 512;
        for (var number = from; number < to; number += SideBySide)
        {
            await Task.WhenAll(Enumerable.Range(number, Math.Min(SideBySide, to - number))
                .Select(one => store.StartAsync(Conversation(one), CancellationToken.None)));
        }
    }

    /// <summary>The next turn of a conversation.</summary>
    public static CompletedTurn Turn(StoredConversation conversation, string key) =>
        new(conversation.Id, conversation.Watermark, key, Activities, State, conversation.TouchedAt.AddSeconds(20));

    private static ImmutableArray<string> Activities { get; } = [Question, Answer];
}
