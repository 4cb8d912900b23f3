using System.Text.Json;

namespace MedBot.LanguageModel.Tests.Lying;

/// <summary>What the bot sent to the model: the resident's words, and the results as JSON that a model may word.</summary>
/// <param name="Message">What the resident said.</param>
/// <param name="Results">The dialog's results and those of the calls so far.</param>
/// <param name="Calls">How many calls the model has made.</param>
internal sealed record Heard(string Message, IReadOnlyList<JsonElement> Results, int Calls)
{
    public static Heard From(JsonElement request)
    {
        var (message, calls) = ("", 0);
        var results = new List<JsonElement>();
        foreach (var one in request.GetProperty("messages").EnumerateArray())
        {
            var content = TextOf(one);
            switch (one.GetProperty("role").GetString())
            {
                case "user":
                    message = Between(content, "居民说：«", "»\n结果：");
                    foreach (var line in content[(content.IndexOf("结果：\n", StringComparison.Ordinal) + 4)..].Split('\n'))
                        results.Add(JsonElement.Parse(line));
                    break;
                case "tool":
                    calls++;
                    if (content.StartsWith('{'))
                        results.Add(JsonElement.Parse(content));
                    break;
            }
        }
        return new Heard(message, results, calls);
    }

    private static string TextOf(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
