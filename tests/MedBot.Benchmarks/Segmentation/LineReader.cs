using System.Text;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>Reads lines of UTF-8 without making strings. What is no UTF-8 becomes U+FFFD.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _bytes = new byte[1 << 16];
    private char[] _line = new char[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Whether another whole line has been read already, so that the next <see cref="TryRead"/> cannot wait.</summary>
    public bool HasBuffered => _bytes.AsSpan(_start.._end).Contains((byte)'\n');

    public bool TryRead(out ReadOnlySpan<char> line)
    {
        var length = _bytes.AsSpan(_start.._end).IndexOf((byte)'\n');
        while (length < 0)
        {
            var known = _end - _start;
            if (!Fill())
            {
                line = Decode(known);
                _start = _end;
                return known > 0;
            }

            length = _bytes.AsSpan((_start + known).._end).IndexOf((byte)'\n') is >= 0 and var more ? known + more : -1;
        }

        line = Decode(length);
        _start += length + 1;
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start.._end).CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _bytes.Length)
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        var read = stream.Read(_bytes.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    private ReadOnlySpan<char> Decode(int length)
    {
        if (_line.Length < length)
            _line = new char[_bytes.Length];
        var line = _line.AsSpan(0, Encoding.UTF8.GetChars(_bytes.AsSpan(_start, length), _line));
        return line is [.. var text, '\r'] ? text : line;
    }
}
