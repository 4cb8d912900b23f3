using System.Diagnostics;
using System.Globalization;
using System.Text;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>Lucene 8 in a Java process of its own: <c>peers/LucenePeer.java</c>, compiled when first used. Words are cut by MedBot's segmenter.</summary>
internal sealed class LucenePeer
{
    private static readonly string[] Jars = ["/usr/share/java/lucene-core-8.7.0.jar", "/usr/share/java/lucene-analyzers-common-8.7.0.jar"];
    private readonly string _classPath;

    private LucenePeer(string classPath) => _classPath = classPath;

    /// <summary>The peer, or null when Java or Lucene is not installed.</summary>
    public static LucenePeer? Find()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "peers", "LucenePeer.java");
        if (!Jars.All(File.Exists) || !File.Exists(source))
            return null;
        var folder = Directory.CreateTempSubdirectory("medbot-lucene-").FullName;
        var classPath = string.Join(Path.PathSeparator, Jars);
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("javac", ["-cp", classPath, "-d", folder, source]) { RedirectStandardError = true });
            compiler!.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? new LucenePeer(folder + Path.PathSeparator + classPath) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public JudgedRun Run(JudgedSet set, Segmenter segmenter, string mode)
    {
        var rows = Path.GetTempFileName();
        File.WriteAllLines(rows, set.Rows.Select(row => $"{row.Id}\t{Words(segmenter, $"{row.Title} {row.Body}")}\t{row.Title} {row.Body}"));
        using var java = Process.Start(new ProcessStartInfo("java", ["-cp", _classPath, "LucenePeer", rows, mode, "10"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var asking = Task.Run(() =>
        {
            foreach (var query in set.Queries)
                java.StandardInput.WriteLine($"{Words(segmenter, query.Text)}\t{query.Text}");
            java.StandardInput.Close();
        });
        var answers = new List<IReadOnlyList<string>>();
        var times = new List<double>();
        while (java.StandardOutput.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            answers.Add(cells[..^1]);
            times.Add(double.Parse(cells[^1].AsSpan(1), CultureInfo.InvariantCulture));
        }

        asking.Wait();
        java.WaitForExit();
        File.Delete(rows);
        return JudgedRun.Of(set, answers, [.. times]);
    }

    /// <summary>The words of a text that hold a letter or digit, joined by blanks.</summary>
    private static string Words(Segmenter segmenter, string text)
    {
        var words = new StringBuilder();
        foreach (var token in segmenter.Enumerate(text))
            if (text.AsSpan(token.Start, token.Length).ContainsAnyLetter())
                words.Append(text, token.Start, token.Length).Append(' ');
        return words.ToString();
    }
}
