using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace MedBot.Dialogs.Transcripts;

/// <summary>
/// Reads .chat files. A file holds conversations; each begins with "# title" and "@ day", then turns: "&gt; message", and
/// below it, indented, what must hold, a word and a value a line:
/// <code>
/// # 石家庄新生儿
/// @ 2026-03-01
/// &gt; 我在石家庄 娃儿刚生20天 医保咋个办
///   意图 newborn
///   含 90天
/// </code>
/// Empty lines and lines that begin with // are passed over.
/// </summary>
public static class TranscriptReader
{
    private static readonly FrozenDictionary<string, ExpectationKind> Words = new Dictionary<string, ExpectationKind>
    {
        ["意图"] = ExpectationKind.Intent,
        ["类型"] = ExpectationKind.Kind,
        ["地区"] = ExpectationKind.Region,
        ["年度"] = ExpectationKind.Year,
        ["含"] = ExpectationKind.Holds,
        ["不含"] = ExpectationKind.Lacks,
        ["数据"] = ExpectationKind.Figure,
        ["按钮"] = ExpectationKind.Button,
        ["提醒"] = ExpectationKind.Warning,
    }.ToFrozenDictionary();

    /// <exception cref="FormatException">A line has another form; says which file and line, and what was expected.</exception>
    public static ImmutableArray<Transcript> Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var transcripts = ImmutableArray.CreateBuilder<Transcript>();
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
                continue;
            if (line.StartsWith("# ", StringComparison.Ordinal))
                transcripts.Add(new Transcript(line[2..].Trim(), default, [], $"{file}:{number}"));
            else if (transcripts.Count == 0)
                throw Wrong(file, number, line, "一行“# 标题”");
            else
                transcripts[^1] = With(transcripts[^1], line, file, number);
        }
        return transcripts.FirstOrDefault(one => one.Today == default) is { } undated
            ? throw new FormatException($"{undated.Origin}: “{undated.Title}”没有日期；应为：标题下一行“@ 2026-03-01”")
            : transcripts.ToImmutable();
    }

    private static Transcript With(Transcript transcript, string line, string file, int number)
    {
        if (line.StartsWith("@ ", StringComparison.Ordinal))
        {
            return DateOnly.TryParseExact(line[2..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? transcript with { Today = day }
                : throw Wrong(file, number, line, "@ 2026-03-01");
        }
        if (line.StartsWith("> ", StringComparison.Ordinal))
            return transcript with { Turns = transcript.Turns.Add(new TranscriptTurn(line[2..], number, [])) };

        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !Words.TryGetValue(line[..space], out var what) || transcript.Turns.IsEmpty)
            throw Wrong(file, number, line, $"“> 消息”，或消息下面的 {string.Join("、", Words.Keys)} 加空格和内容");
        var turn = transcript.Turns[^1];
        return transcript with { Turns = transcript.Turns.SetItem(transcript.Turns.Length - 1, turn with { Expectations = turn.Expectations.Add(new Expectation(what, line[(space + 1)..].Trim(), number)) }) };
    }

    private static FormatException Wrong(string file, int line, string found, string expected) => new($"{file}:{line}: “{found}”；应为：{expected}");
}
