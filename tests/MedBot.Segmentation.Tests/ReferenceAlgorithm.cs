using System.Globalization;
using System.Text.RegularExpressions;

namespace MedBot.Segmentation.Tests;

/// <summary>
/// jieba's algorithm as its authors wrote it, straight over the texts: slow, and independent of everything that is tested.
/// Full mode lacks, since the golden files cover it.
/// </summary>
internal sealed partial class ReferenceAlgorithm
{
    private const double Impossible = -3.14e100;

    private static readonly Dictionary<char, string> Before = new() { ['B'] = "ES", ['M'] = "MB", ['S'] = "SE", ['E'] = "BM" };

    private readonly Dictionary<string, long> _frequencies = [];
    private readonly HashSet<string> _forceSplit = [];
    private readonly Dictionary<char, double> _start = [];
    private readonly Dictionary<(char, char), double> _transitions = [];
    private readonly Dictionary<(char, char), double> _emissions = [];
    private long _total;

    public ReferenceAlgorithm()
    {
        // jieba's own file has this line twice.
        foreach (var line in File.ReadLines(TestFiles.PathOf("texts", "dict.txt")).Append("B超 3 n").Select(line => line.Split(' ')))
            Add(line[0], long.Parse(line[1]));

        const string States = "BEMS";
        var rows = File.ReadLines(TestFiles.PathOf("texts", "hmm_model.utf8")).Where(line => line.Length > 0 && line[0] != '#').ToArray();
        foreach (var (number, i) in rows[0].Split(' ').Select((number, i) => (number, i)))
            _start[States[i]] = Number(number);
        foreach (var (number, i) in rows[1..5].SelectMany(row => row.Split(' ')).Select((number, i) => (number, i)))
            _transitions[(States[i / 4], States[i % 4])] = Number(number);
        foreach (var (pair, i) in rows[5..].SelectMany((row, i) => row.Split(',').Select(pair => (pair, i))))
            _emissions[(States[i], pair[0])] = Number(pair[2..]);
    }

    /// <summary>jieba's <c>add_word</c>.</summary>
    public void Add(UserWord word)
    {
        var frequency = word.Frequency ?? SuggestFrequency(word.Word);
        Add(word.Word, frequency);
        if (frequency == 0)
            _forceSplit.Add(word.Word);
    }

    public IEnumerable<string> Cut(string text, SegmentationMode mode) => mode switch
    {
        SegmentationMode.Precise => Cut(text, hmm: true),
        SegmentationMode.PreciseWithoutHmm => Cut(text, hmm: false),
        SegmentationMode.Search => Cut(text, hmm: true).SelectMany(WithInnerWords),
        SegmentationMode.SearchWithoutHmm => Cut(text, hmm: false).SelectMany(WithInnerWords),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    private void Add(string word, long frequency)
    {
        _frequencies[word] = frequency;
        _total += frequency;
        for (var length = 1; length <= word.Length; length++)
            _frequencies.TryAdd(word[..length], 0);
    }

    private long SuggestFrequency(string word)
    {
        var frequency = 1.0;
        foreach (var piece in Cut(word, hmm: false))
            frequency *= _frequencies.GetValueOrDefault(piece, 1) / (double)_total;
        return Math.Max((long)(frequency * _total) + 1, _frequencies.GetValueOrDefault(word, 1));
    }

    private IEnumerable<string> WithInnerWords(string word)
    {
        foreach (var size in new[] { 2, 3 })
        {
            for (var i = 0; i + size <= word.Length && size < word.Length; i++)
            {
                if (IsWord(word.Substring(i, size)))
                    yield return word.Substring(i, size);
            }
        }

        yield return word;
    }

    private bool IsWord(string word) => _frequencies.GetValueOrDefault(word) > 0;

    private IEnumerable<string> Cut(string text, bool hmm) =>
        Block.Split(text).Where(part => part.Length > 0).SelectMany(part =>
            !Block.IsMatch(part) ? Character.Matches(part).Select(match => match.Value) : hmm ? CutBlock(part) : CutBlockWithoutHmm(part));

    private List<string> Route(string text)
    {
        var route = new (double Score, int Last)[text.Length + 1];
        var logTotal = Math.Log(_total);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var ends = new List<int>();
            for (var end = i; end < text.Length && _frequencies.TryGetValue(text[i..(end + 1)], out var frequency); end++)
            {
                if (frequency > 0)
                    ends.Add(end);
            }

            if (ends.Count == 0)
                ends.Add(i);
            route[i] = ends.Max(end => (Math.Log(Math.Max(1, _frequencies.GetValueOrDefault(text[i..(end + 1)]))) - logTotal + route[end + 1].Score, end));
        }

        var words = new List<string>();
        for (var i = 0; i < text.Length; i = route[i].Last + 1)
            words.Add(text[i..(route[i].Last + 1)]);
        return words;
    }

    private IEnumerable<string> CutBlockWithoutHmm(string text)
    {
        var buffer = string.Empty;
        foreach (var word in Route(text))
        {
            if (word.Length == 1 && char.IsAsciiLetterOrDigit(word[0]))
            {
                buffer += word;
                continue;
            }

            if (buffer.Length > 0)
                yield return buffer;
            buffer = string.Empty;
            yield return word;
        }

        if (buffer.Length > 0)
            yield return buffer;
    }

    private IEnumerable<string> CutBlock(string text)
    {
        var buffer = string.Empty;
        foreach (var word in Route(text))
        {
            if (word.Length == 1)
            {
                buffer += word;
                continue;
            }

            foreach (var piece in CutBuffer(buffer))
                yield return piece;
            buffer = string.Empty;
            yield return word;
        }

        foreach (var piece in CutBuffer(buffer))
            yield return piece;
    }

    private IEnumerable<string> CutBuffer(string buffer)
    {
        if (buffer.Length == 0)
            return [];
        return buffer.Length == 1 ? [buffer]
            : IsWord(buffer) ? buffer.Select(c => c.ToString())
            : Han.Split(buffer).SelectMany(part => Han.IsMatch(part) ? CutHan(part) : Latin.Split(part).Where(piece => piece.Length > 0));
    }

    private IEnumerable<string> CutHan(string text)
    {
        var states = Viterbi(text);
        var (begin, next) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (states[i] == 'B')
                begin = i;
            if (states[i] is not ('E' or 'S'))
                continue;
            var word = states[i] == 'E' ? text[begin..(i + 1)] : text[i].ToString();
            next = i + 1;
            foreach (var piece in _forceSplit.Contains(word) ? word.Select(c => c.ToString()) : [word])
                yield return piece;
        }

        if (next < text.Length)
            yield return text[next..];
    }

    private string Viterbi(string text)
    {
        var scores = "BMES".ToDictionary(state => state, state => _start[state] + Emission(state, text[0]));
        var paths = "BMES".ToDictionary(state => state, state => state.ToString());
        foreach (var character in text.Skip(1))
        {
            var best = "BMES".ToDictionary(state => state, state =>
                Before[state].Max(before => (scores[before] + _transitions[(before, state)] + Emission(state, character), before)));
            scores = best.ToDictionary(pair => pair.Key, pair => pair.Value.Item1);
            paths = best.ToDictionary(pair => pair.Key, pair => paths[pair.Value.before] + pair.Key);
        }

        return paths["ES".Max(state => (scores[state], state)).state];
    }

    private double Emission(char state, char character) => _emissions.GetValueOrDefault((state, character), Impossible);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")]
    private static partial Regex Block { get; }

    [GeneratedRegex(@"\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]")]
    private static partial Regex Character { get; }

    [GeneratedRegex(@"([\u4E00-\u9FD5]+)")]
    private static partial Regex Han { get; }

    [GeneratedRegex(@"([a-zA-Z0-9]+(?:\.[0-9]+)?%?)")]
    private static partial Regex Latin { get; }
}
