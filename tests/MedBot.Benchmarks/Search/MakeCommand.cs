using System.Text;
using MedBot.Segmentation;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// <c>search-make [--rows 5000] [--queries 1000] --into FILE</c>: writes made passages of 200 characters to <c>FILE.docs.tsv</c> and questions
/// about them to <c>FILE.q.tsv</c>, for <c>search --docs</c> and <c>--set</c>. The same arguments give the same files.
/// </summary>
internal static class MakeCommand
{
    private const int PassageLength = 200;
    private const int Seed = 20_251_101;

    public static int Run(string[] arguments)
    {
        if (!CommandOptions.AreKnown("search-make", arguments, "--rows", "--queries", "--into"))
            return 2;
        var into = CommandOptions.Text(arguments, "--into", "");
        if (into.Length == 0)
        {
            Console.Error.WriteLine("Usage: search-make [--rows 5000] [--queries 1000] --into FILE");
            return 2;
        }

        var text = new MadeText(Segmenter.CreateDefault().Dictionary, Seed);
        var passages = Enumerable.Range(0, CommandOptions.Number(arguments, "--rows", 5000)).Select(_ => text.Passage(PassageLength)).ToArray();
        var random = new Random(Seed);
        var asked = Enumerable.Range(0, CommandOptions.Number(arguments, "--queries", 1000)).Select(_ => random.Next(passages.Length)).ToArray();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        File.WriteAllLines(into + ".docs.tsv", passages.Select((passage, i) => $"p{i}\t\t{passage}").Prepend("id\ttitle\tbody"), utf8);
        File.WriteAllLines(into + ".q.tsv", asked.Select((row, i) => $"{text.Question(passages[row])}\tq{i}\tp{row}"), utf8);
        return 0;
    }
}
