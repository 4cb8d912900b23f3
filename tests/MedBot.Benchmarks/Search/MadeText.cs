using System.Text;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// Makes any amount of text whose words, characters and pairs are spread much as in real text: words by jieba's own frequencies, a quarter of
/// a passage's from the vocabulary of its topic, and most of the others ones that often follow the word before. The same seed gives the same text.
/// </summary>
public sealed class MadeText
{
    private const int Topics = 500;
    private const int TopicWords = 60;
    private const int CommonCharacters = 2500;
    private const int Followers = 16;

    private readonly string[] _words;
    private readonly double[] _cumulated;
    private readonly int[][] _topics;
    private readonly Random _random;

    public MadeText(JiebaDictionary dictionary, int seed)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        _random = new Random(seed);
        var words = CommonWords(dictionary);
        _words = [.. words.Select(word => word.Text)];
        _cumulated = new double[_words.Length];
        var sum = 0.0;
        for (var i = 0; i < _words.Length; i++)
            _cumulated[i] = sum += words[i].Frequency;
        _topics = [.. Enumerable.Range(0, Topics).Select(_ => Enumerable.Range(0, TopicWords).Select(i => i % 4 == 0 ? _random.Next(_words.Length) : Common()).ToArray())];
    }

    /// <summary>A passage of so many characters.</summary>
    public string Passage(int length)
    {
        var text = new StringBuilder(length + 8);
        var topic = _topics[_random.Next(Topics)];
        var word = 0;
        for (var sentence = 0; text.Length < length;)
        {
            word = _random.Next(4) == 0 ? topic[(int)(TopicWords * Math.Pow(_random.NextDouble(), 2))] : _random.Next(10) > 0 ? Follower(word) : Common();
            text.Append(_words[word]);
            sentence += _words[word].Length;
            if (sentence > 14)
            {
                text.Append(_random.Next(3) == 0 ? '。' : '，');
                sentence = 0;
            }
        }

        text.Length = length;
        return text.ToString();
    }

    /// <summary>A question about a passage: two or three stretches of it with common words between.</summary>
    public string Question(string passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        var text = new StringBuilder();
        for (var i = _random.Next(2, 4); i > 0; i--)
        {
            var length = _random.Next(2, 7);
            text.Append(passage.AsSpan(_random.Next(passage.Length - length), length));
            text.Append(_words[Common()]);
        }

        return text.Append("怎么办？").ToString();
    }

    private int Common() => At(_random.NextDouble());

    /// <summary>One of the words that follow a word, the first ones oftener.</summary>
    private int Follower(int word)
    {
        var place = (int)(Followers * Math.Pow(_random.NextDouble(), 3));
        return At(new Random(word * Followers + place).NextDouble());
    }

    /// <summary>The word at a share of the sum of all frequencies.</summary>
    private int At(double share)
    {
        var at = Array.BinarySearch(_cumulated, share * _cumulated[^1]);
        return at < 0 ? ~at : at;
    }

    /// <summary>The commonest characters, and the words of two that they form.</summary>
    private static List<(string Text, double Frequency)> CommonWords(JiebaDictionary dictionary)
    {
        var characters = Enumerable.Range(0x4E00, 0x5200)
            .Select(code => (Text: ((char)code).ToString(), Frequency: (double)dictionary.FrequencyOf([(char)code])))
            .Where(word => word.Frequency > 0)
            .OrderByDescending(word => word.Frequency)
            .Take(CommonCharacters)
            .ToList();
        var words = new List<(string, double)>(characters);
        foreach (var (first, _) in characters)
            foreach (var (second, _) in characters)
                if (dictionary.FrequencyOf([first[0], second[0]]) is > 20 and var frequency)
                    words.Add((first + second, frequency));
        return words;
    }
}
