using System.Collections.Immutable;
using System.Globalization;
using MedBot.Policy.Figures;
using MedBot.Policy.Time;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MedBot.Knowledge.Yaml;

/// <summary>
/// A mapping of a knowledge file, read key by key. A key that is missing, written twice, of the wrong form, or that
/// nobody reads is a <see cref="KnowledgeException"/> with file, line and expectation. Call <see cref="End"/> when done.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _read = [];

    internal YamlMap(string file, YamlMappingNode node) => (File, _node) = (file, node);

    /// <summary>Path below knowledge/.</summary>
    public string File { get; }

    /// <summary>Line of the mapping's first key, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>The keys in the order in which they stand.</summary>
    public IEnumerable<string> Keys => _node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    /// <summary>Reads the one document of a YAML text.</summary>
    /// <param name="file">Path below knowledge/, for messages.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="lineOffset">Lines before the text in its file, for front matter.</param>
    public static YamlMap Parse(string file, string text, int lineOffset = 0)
    {
        var scanner = new Scanner(new StringReader(new string('\n', lineOffset) + text));
        try
        {
            var stream = new YamlStream();
            stream.Load(new Parser(scanner));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return new YamlMap(file, root);
            throw new KnowledgeException(new KnowledgeProblem(file, 1, "文件里没有内容，或不是“键: 值”的形式", "一个 YAML 映射"));
        }
        catch (YamlException broken)
        {
            var problem = broken.InnerException is null ? broken.Message : broken.InnerException.Message;
            throw new KnowledgeException(new KnowledgeProblem(file, (int)broken.Start.Line, $"YAML 写法有误（{problem}）", LegalYaml));
        }
        catch (InvalidOperationException)
        {
            // What the scanner throws at a brace or bracket that is not closed before the next key.
            throw new KnowledgeException(new KnowledgeProblem(file, (int)scanner.CurrentPosition.Line, "YAML 写法有误（这里或前面有没合上的括号）", LegalYaml));
        }
    }

    public bool Has(string key) => Find(key) is not null;

    public string Text(string key, string expected = "一段文字") =>
        OptionalText(key, expected) ?? throw Missing(key, expected);

    /// <summary>The scalar under the key, or null when the key does not stand there. An empty value is an error.</summary>
    public string? OptionalText(string key, string expected = "一段文字") => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value, Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } => value,
        YamlScalarNode { Value: { Length: > 0 } value } when value is not ("~" or "null") => value,
        var node => throw Problem(node, $"“{key}”没有值", expected),
    };

    public DateOnly Day(string key) => OptionalDay(key) ?? throw Missing(key, DayForm);

    public DateOnly? OptionalDay(string key) =>
        OptionalText(key, DayForm) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(key, text, DayForm);

    /// <summary>A day that comes every year: 09-01.</summary>
    public YearlyDay? OptionalYearlyDay(string key)
    {
        const string expected = "每年的一天，如 09-01";
        return OptionalText(key, expected) is not { } text ? null
            : DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new YearlyDay(day.Month, day.Day)
            : throw Wrong(key, text, expected);
    }

    /// <summary>A day, or null where the file writes one of the given words instead.</summary>
    public DateOnly? DayOr(string key, params ReadOnlySpan<string> words)
    {
        var expected = $"{DayForm}，或 {string.Join("、", words)}";
        var text = Text(key, expected);
        if (words.Contains(text))
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(key, text, expected);
    }

    public int? OptionalInteger(string key, int lowest, int highest)
    {
        var expected = $"{lowest} 到 {highest} 之间的整数";
        return OptionalText(key, expected) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest ? value
            : throw Wrong(key, text, expected);
    }

    public int Integer(string key, int lowest, int highest) =>
        OptionalInteger(key, lowest, highest) ?? throw Missing(key, $"{lowest} 到 {highest} 之间的整数");

    public decimal? OptionalDecimal(string key)
    {
        const string expected = "数字，如 0.5";
        return OptionalText(key, expected) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
            : throw Wrong(key, text, expected);
    }

    public bool? OptionalYesNo(string key) => OptionalText(key, "true 或 false") switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw Wrong(key, text, "true 或 false"),
    };

    public Quantity Quantity(string key) => OptionalQuantity(key) ?? throw Missing(key, QuantityNotation.Form);

    /// <summary>A number with its bound word: 85, 至少 85, 最高 90, 约 70, 50 至 70.</summary>
    public Quantity? OptionalQuantity(string key) =>
        OptionalText(key, QuantityNotation.Form) is not { } text ? null
        : QuantityNotation.Parse(text) ?? throw Wrong(key, text, QuantityNotation.Form);

    /// <summary>One of the words of the table given, as what the table says it is.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices) =>
        choices.TryGetValue(Text(key, Among(choices.Keys)), out var value) ? value : throw Wrong(key, Text(key), Among(choices.Keys));

    public T? OptionalChoice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => Has(key) ? Choice(key, choices) : null;

    public YamlMap Map(string key) => OptionalMap(key) ?? throw Missing(key, "下一层的“键: 值”");

    public YamlMap? OptionalMap(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(File, map),
        var node => throw Problem(node, $"“{key}”不是一层“键: 值”", "下一层的“键: 值”"),
    };

    /// <summary>A list of mappings; empty when the key does not stand there.</summary>
    public ImmutableArray<YamlMap> Maps(string key) => Sequence(key)
        .Select(node => node is YamlMappingNode map ? new YamlMap(File, map) : throw Problem(node, $"“{key}”里的一项不是“键: 值”", "一项一组“键: 值”"))
        .ToImmutableArray();

    /// <summary>A list of scalars; empty when the key does not stand there.</summary>
    public ImmutableArray<string> Texts(string key) => Sequence(key)
        .Select(node => node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Problem(node, $"“{key}”里的一项是空的", "一项一段文字"))
        .ToImmutableArray();

    /// <summary>Fails when a key stands here that nobody has read.</summary>
    public void End()
    {
        foreach (var key in _node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_read.Contains(name))
                throw Problem(key, $"不认识的键“{key}”", Among(_read));
        }
    }

    /// <summary>An error at the line of a key's value, or of the mapping when the key is absent.</summary>
    public KnowledgeException Wrong(string key, string found, string expected) => Problem(Find(key), $"“{key}”写成了“{found}”", expected);

    /// <summary>An error about the mapping as a whole.</summary>
    public KnowledgeException WrongHere(string problem, string expected) => Problem(_node, problem, expected);

    private const string LegalYaml = "合法的 YAML，且同一处不重复写同一个键";

    private const string DayForm = "日期，如 2025-02-28";

    private YamlNode? Find(string key)
    {
        _read.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private IEnumerable<YamlNode> Sequence(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var node => throw Problem(node, $"“{key}”不是列表", "列表，一项一行，以“- ”开头"),
    };

    private KnowledgeException Missing(string key, string expected) => Problem(_node, $"缺少“{key}”", $"{key}: {expected}");

    private KnowledgeException Problem(YamlNode? node, string problem, string expected) =>
        new(new KnowledgeProblem(File, (int)(node ?? _node).Start.Line, problem, expected));

    private static string Among(IEnumerable<string> words) => string.Join("、", words.Order(StringComparer.Ordinal));
}
