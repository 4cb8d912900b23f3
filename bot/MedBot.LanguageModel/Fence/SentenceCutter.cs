namespace MedBot.LanguageModel.Fence;

/// <summary>Cuts a text into sentences as it grows. A full stop between digits ends none.</summary>
public sealed class SentenceCutter
{
    private const string Ends = "。！？!?；;\n";

    private string _rest = "";

    /// <summary>What has come since the last whole sentence.</summary>
    public string Rest => _rest;

    /// <summary>Takes more of the text; gives the sentences that are now whole, with their punctuation.</summary>
    public IEnumerable<string> Take(string more)
    {
        _rest += more;
        var start = 0;
        var whole = new List<string>();
        for (var i = 0; i < _rest.Length; i++)
        {
            if (!EndsAt(_rest, i))
                continue;
            whole.Add(_rest[start..(i + 1)]);
            start = i + 1;
        }
        _rest = _rest[start..];
        return whole.Where(sentence => !string.IsNullOrWhiteSpace(sentence));
    }

    /// <summary>All sentences of a whole text.</summary>
    public static IEnumerable<string> Cut(string text)
    {
        var cutter = new SentenceCutter();
        foreach (var sentence in cutter.Take(text))
            yield return sentence;
        if (!string.IsNullOrWhiteSpace(cutter.Rest))
            yield return cutter.Rest;
    }

    private static bool EndsAt(string text, int i) =>
        Ends.Contains(text[i], StringComparison.Ordinal)
        || (text[i] == '.' && i + 1 < text.Length && text[i + 1] == ' ' && i > 0 && !char.IsAsciiDigit(text[i - 1]));
}
