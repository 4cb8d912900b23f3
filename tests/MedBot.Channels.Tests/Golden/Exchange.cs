namespace MedBot.Channels.Tests.Golden;

/// <summary>
/// One request on a file and everything that follows it on the wire: a line with &gt;, method and address, and a body; then a
/// line with &lt;, the status, and the body of the answer; then what the server sends by itself, each behind a line with &lt;&lt;.
/// Lines with # in front are for readers.
/// </summary>
/// <param name="Method">POST, or another one of HTTP's.</param>
/// <param name="Address">Where it goes; names in braces stand for what an earlier answer gave.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Expected">What comes back, in the file's own form.</param>
internal sealed record Exchange(string Method, string Address, string Body, string Expected)
{
    private const string Folder = "Golden/Exchanges";

    public static IReadOnlyList<Exchange> Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, Folder, name + ".txt")).Where(line => !line.StartsWith('#')).ToList();
        var starts = Enumerable.Range(0, lines.Count).Where(line => lines[line].StartsWith("> ", StringComparison.Ordinal)).Append(lines.Count).ToList();
        return [.. starts.Zip(starts.Skip(1), (from, to) => Of(lines[from..to]))];
    }

    private static Exchange Of(List<string> lines)
    {
        var head = lines[0].Split(' ', 3);
        var answer = lines.FindIndex(line => line.StartsWith("< ", StringComparison.Ordinal));
        return new Exchange(head[1], head[2], string.Join('\n', lines[1..answer]).Trim(), string.Join('\n', lines[answer..]).Trim());
    }
}
