using System.Runtime.InteropServices;
using System.Text;

namespace MedBot.Segmentation.Compiled;

/// <summary>
/// A file of arrays, each with its length before it, as they lie in the memory of a little-endian machine: read without any parsing.
/// The file is an artifact of the build on the same machine or of its publication, and opens with its kind and version.
/// </summary>
internal readonly ref struct CompiledFile
{
    private readonly Stream _stream;

    private CompiledFile(Stream stream) => _stream = stream;

    public static CompiledFile Create(Stream stream, string kind, int version)
    {
        stream.Write(Header(kind, version));
        return new CompiledFile(stream);
    }

    /// <exception cref="InvalidDataException">The header is another one.</exception>
    public static CompiledFile Open(Stream stream, string kind, int version)
    {
        var expected = Header(kind, version);
        var actual = new byte[expected.Length];
        if (stream.ReadAtLeast(actual, actual.Length, throwOnEndOfStream: false) < actual.Length || !actual.AsSpan().SequenceEqual(expected))
            throw new InvalidDataException($"Expected a compiled file of kind {kind}, version {version}; build the project again.");
        return new CompiledFile(stream);
    }

    public void Write<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Span<int> length = [items.Length];
        _stream.Write(MemoryMarshal.AsBytes(length));
        _stream.Write(MemoryMarshal.AsBytes(items));
    }

    /// <exception cref="EndOfStreamException">The file was cut off.</exception>
    public T[] Read<T>()
        where T : unmanaged
    {
        Span<int> length = [0];
        _stream.ReadExactly(MemoryMarshal.AsBytes(length));
        var items = GC.AllocateUninitializedArray<T>(length[0]);
        _stream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    private static byte[] Header(string kind, int version) => Encoding.ASCII.GetBytes($"{kind} {version}\n");
}
