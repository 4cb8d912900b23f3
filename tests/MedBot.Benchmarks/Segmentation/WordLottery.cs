namespace MedBot.Benchmarks.Segmentation;

/// <summary>Draws words of jieba's <c>dict.txt</c>, each as often as its frequency says.</summary>
internal sealed class WordLottery
{
    private readonly List<string> _words = [];
    private readonly List<long> _ends = [];
    private readonly Random _random;

    public WordLottery(string path, Random random)
    {
        _random = random;
        var end = 0L;
        foreach (var fields in File.ReadLines(path).Select(line => line.Split(' ')))
        {
            _words.Add(fields[0]);
            _ends.Add(end += long.Parse(fields[1]));
        }
    }

    public string Draw()
    {
        var place = _ends.BinarySearch(_random.NextInt64(_ends[^1]) + 1);
        return _words[place < 0 ? ~place : place];
    }
}
