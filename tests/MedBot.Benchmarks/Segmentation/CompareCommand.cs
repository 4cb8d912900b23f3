using MedBot.Segmentation;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>
/// <c>segment-compare FILE…</c>: cuts every line of the files here and with python jieba, in all modes, and names the lines that differ.
/// Precise and search mode are compared twice where the model of unknown words takes part: with the same table on both sides,
/// which must give no difference at all, and with the reference as it is installed, whose table has more decimals.
/// </summary>
internal static class CompareCommand
{
    private const int ShownDifferences = 5;

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !args.All(File.Exists))
        {
            Console.Error.WriteLine("Usage: segment-compare FILE…   (UTF-8, existing files)");
            return 2;
        }

        if (PythonJieba.Find() is not { } python)
        {
            Console.WriteLine("skipped: python jieba is not installed (apt install python3-jieba, or pip install jieba==0.42.1)");
            return 0;
        }

        var segmenter = Segmenter.CreateDefault();
        var model = Path.Combine(AppContext.BaseDirectory, "peers", "hmm_model.utf8");
        var equal = true;
        foreach (var path in args)
        {
            foreach (var mode in PythonJieba.Modes.Keys)
            {
                var usesHmm = mode is SegmentationMode.Precise or SegmentationMode.Search;
                equal &= Compare(segmenter, python, path, mode, usesHmm ? model : null, usesHmm ? ", same table" : string.Empty);
                if (usesHmm)
                    Compare(segmenter, python, path, mode, null, ", as installed");
            }
        }

        return equal ? 0 : 1;
    }

    private static bool Compare(Segmenter segmenter, string python, string path, SegmentationMode mode, string? model, string note)
    {
        using var process = PythonJieba.Cut(python, mode, model);
        var feeding = Task.Run(() =>
        {
            using var input = process.StandardInput.BaseStream;
            using var file = File.OpenRead(path);
            file.CopyTo(input);
        });
        var errors = process.StandardError.ReadToEndAsync();

        using var ours = new MemoryStream();
        using (var file = File.OpenRead(path))
            SegmentCommand.Cut(segmenter, mode, file, ours);
        ours.Position = 0;

        var (lines, different) = (0, 0);
        var here = new LineReader(ours);
        var there = new LineReader(process.StandardOutput.BaseStream);
        while (here.TryRead(out var own))
        {
            lines++;
            if (!there.TryRead(out var reference))
                throw new InvalidOperationException($"The reference stopped at line {lines}: {errors.Result}");
            if (own.SequenceEqual(reference))
                continue;
            if (++different <= ShownDifferences)
                Console.WriteLine($"  {path}({lines}), {PythonJieba.Modes[mode]}{note}:\n    here      {own}\n    reference {reference}");
        }

        feeding.Wait();
        process.WaitForExit();
        Console.WriteLine($"{Path.GetFileName(path)}, {PythonJieba.Modes[mode]}{note}: {lines - different} of {lines} lines equal ({Percent(lines - different, lines)})");
        return different == 0;
    }

    private static string Percent(int part, int whole) => whole == 0 ? "none" : (100.0 * part / whole).ToString("0.####") + " %";
}
