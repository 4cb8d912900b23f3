using System.Runtime.InteropServices;

namespace MedBot.Knowledge.Articles.Likeness;

/// <summary>
/// What of a text is compared: its pairs of characters, and its characters at half weight; marks and blanks are left out.
/// A pair is kept as two UTF-16 units, a character as one.
/// </summary>
internal static class Features
{
    private const double SingleWeight = 0.5;

    /// <summary>Weighed counts by feature.</summary>
    public static Dictionary<uint, double> Of(string text)
    {
        var counts = new Dictionary<uint, double>(2 * text.Length);
        foreach (var key in KeysOf(text))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += key > char.MaxValue ? 1 : SingleWeight;
        return counts;
    }

    /// <summary>Every feature as often as it stands in the text.</summary>
    public static Walk KeysOf(string text) => new(text);

    /// <summary>Goes through a text's features.</summary>
    internal ref struct Walk(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _next;
        private char _last;
        private uint _pair;

        public uint Current { get; private set; }

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_pair != 0)
            {
                (Current, _pair) = (_pair, 0);
                return true;
            }

            while (_next < _text.Length)
            {
                var c = _text[_next++];
                if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
                    continue;
                _pair = _last == '\0' ? 0 : ((uint)_last << 16) | c;
                (Current, _last) = (c, c);
                return true;
            }

            return false;
        }
    }
}
