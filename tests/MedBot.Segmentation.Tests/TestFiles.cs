using System.Text.Json;

namespace MedBot.Segmentation.Tests;

/// <summary>The files beside the tests.</summary>
internal static class TestFiles
{
    public static string PathOf(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);

    /// <summary>Sentences of our own, with every kind of edge.</summary>
    public static string[] Sentences { get; } = [.. File.ReadLines(PathOf("Golden", "sentences.jsonl")).Select(line => JsonSerializer.Deserialize<string>(line)!)];

    /// <summary>What the reference made of each sentence; the first line of a file says how.</summary>
    public static T[] Golden<T>(string name) =>
        [.. File.ReadLines(PathOf("Golden", name)).Skip(1).Select(line => JsonSerializer.Deserialize<T>(line)!)];
}
