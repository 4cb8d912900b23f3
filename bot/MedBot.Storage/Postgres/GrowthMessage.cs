using System.Collections.Immutable;
using System.Text;

namespace MedBot.Storage.Postgres;

/// <summary>What one process tells the others: its own name, then the ids of conversations that have grown, a line each.</summary>
internal static class GrowthMessage
{
    /// <summary>PostgreSQL takes fewer than 8,000 bytes in a notification.</summary>
    private const int MostBytes = 7_900;

    /// <summary>As many messages as the ids need. An id that fits in none is left out: its watchers ask for themselves.</summary>
    public static ImmutableArray<string> Write(IEnumerable<string> conversationIds, string sender)
    {
        var messages = ImmutableArray.CreateBuilder<string>();
        var message = new StringBuilder(sender);
        var bytes = sender.Length;
        foreach (var conversationId in conversationIds.Where(id => !id.Contains('\n')))
        {
            var more = Encoding.UTF8.GetByteCount(conversationId) + 1;
            if (sender.Length + more > MostBytes)
                continue;
            if (bytes + more > MostBytes)
            {
                messages.Add(message.ToString());
                message.Clear().Append(sender);
                bytes = sender.Length;
            }

            message.Append('\n').Append(conversationId);
            bytes += more;
        }

        if (bytes > sender.Length)
            messages.Add(message.ToString());
        return messages.ToImmutable();
    }

    /// <summary>The ids; null when it is one's own message.</summary>
    public static string[]? Read(string message, string me) => message.Split('\n') is [var sender, .. var conversationIds] && sender != me ? conversationIds : null;
}
