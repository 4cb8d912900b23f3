using System.Text;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>Writes tokens as UTF-8, parted by one space, a line at a time.</summary>
internal sealed class TokenWriter(Stream stream)
{
    private const int FlushAt = 1 << 15;

    private char[] _characters = new char[2 * FlushAt];
    private byte[] _bytes = [];
    private int _length;
    private bool _lineHasTokens;

    public void Add(ReadOnlySpan<char> token)
    {
        if (_length + token.Length + 2 > _characters.Length)
            Array.Resize(ref _characters, 2 * (_length + token.Length + 2));
        if (_lineHasTokens)
            _characters[_length++] = ' ';
        token.CopyTo(_characters.AsSpan(_length));
        _length += token.Length;
        _lineHasTokens = true;
    }

    public void EndLine()
    {
        if (_length == _characters.Length)
            Array.Resize(ref _characters, 2 * _length);
        _characters[_length++] = '\n';
        _lineHasTokens = false;
        if (_length >= FlushAt)
            Flush();
    }

    public void Flush()
    {
        if (_bytes.Length < Encoding.UTF8.GetMaxByteCount(_length))
            _bytes = new byte[Encoding.UTF8.GetMaxByteCount(_characters.Length)];
        stream.Write(_bytes, 0, Encoding.UTF8.GetBytes(_characters.AsSpan(0, _length), _bytes));
        _length = 0;
    }
}
