using System.Buffers;
using System.Text;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>
/// <c>segment [--mode precise|search|full] [--no-hmm]</c>: reads lines of UTF-8 on standard input and writes for each one line,
/// its tokens parted by one space. A line ends with LF; CR before it belongs to the end, not to the line.
/// </summary>
internal static class SegmentCommand
{
    public static int Run(string[] args)
    {
        if (ModeOf(args) is not { } mode)
        {
            Console.Error.WriteLine("Usage: segment [--mode precise|search|full] [--no-hmm]");
            return 2;
        }

        var segmenter = Segmenter.CreateDefault();
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        var lines = new LineReader(input);
        var writer = new ArrayBufferWriter<byte>(1 << 16);
        while (lines.TryRead(out var line))
        {
            Write(segmenter, line, mode, writer);
            if (writer.WrittenCount > 1 << 15 || !lines.HasBuffered)
            {
                output.Write(writer.WrittenSpan);
                writer.ResetWrittenCount();
            }
        }

        return 0;
    }

    /// <summary>The mode that the arguments ask for; null when they make no sense.</summary>
    public static SegmentationMode? ModeOf(string[] args)
    {
        var hmm = !args.Contains("--no-hmm");
        return args.Where(arg => arg != "--no-hmm").ToArray() switch
        {
            [] or ["--mode", "precise"] => hmm ? SegmentationMode.Precise : SegmentationMode.PreciseWithoutHmm,
            ["--mode", "search"] => hmm ? SegmentationMode.Search : SegmentationMode.SearchWithoutHmm,
            ["--mode", "full"] => SegmentationMode.Full,
            _ => null,
        };
    }

    private static void Write(Segmenter segmenter, ReadOnlySpan<char> line, SegmentationMode mode, ArrayBufferWriter<byte> writer)
    {
        var first = true;
        foreach (var token in segmenter.Enumerate(line, mode))
        {
            if (!first)
                Append(writer, (byte)' ');
            first = false;
            Encoding.UTF8.GetBytes(line.Slice(token.Start, token.Length), writer);
        }

        Append(writer, (byte)'\n');
    }

    private static void Append(ArrayBufferWriter<byte> writer, byte value)
    {
        writer.GetSpan(1)[0] = value;
        writer.Advance(1);
    }
}
