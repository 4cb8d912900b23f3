using MedBot.Segmentation;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>
/// <c>segment [--mode precise|search|full] [--no-hmm]</c>: reads lines of UTF-8 on standard input and writes for each one line,
/// its tokens parted by one space. A line ends with LF; CR before it belongs to the end, not to the line.
/// What was read is answered before more is waited for.
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

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Cut(Segmenter.CreateDefault(), mode, input, output);
        return 0;
    }

    public static void Cut(Segmenter segmenter, SegmentationMode mode, Stream input, Stream output)
    {
        var lines = new LineReader(input);
        var writer = new TokenWriter(output);
        while (lines.TryRead(out var line))
        {
            foreach (var token in segmenter.Enumerate(line, mode))
                writer.Add(line.Slice(token.Start, token.Length));
            writer.EndLine();
            if (!lines.HasBuffered)
                writer.Flush();
        }

        writer.Flush();
    }

    // Null when the arguments make no sense.
    private static SegmentationMode? ModeOf(string[] args)
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
}
