using System.Diagnostics;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>Prints accuracy per intent and fact, confusions, calibration and speed over tests/questions.</summary>
internal static class QuestionReport
{
    /// <summary>Runs the report. The mistakes of the scored part are shown only when asked for, so that nobody tunes on them by accident.</summary>
    /// <param name="args">
    /// --mistakes: list the mistakes of the development part; --all-mistakes: of every part; --file PATH and
    /// --conversations PATH: measure files of one's own, in the columns of tests/questions, instead, with every mistake;
    /// --held-out: measure the development part with what was learnt from it left out.
    /// </param>
    public static int Run(string[] args)
    {
        var own = args.Zip(args.Skip(1)).Where(pair => pair.First is "--file" or "--conversations").ToList();
        if (own.Count > 0)
        {
            own.ForEach(pair => PrintOwn(pair.First, Path.GetFullPath(pair.Second)));
            return 0;
        }
        if (args.Contains("--held-out"))
        {
            PrintHeldOut(args.Contains("--mistakes"));
            return 0;
        }
        var all = args.Contains("--all-mistakes");
        Print("单句（开发）", QuestionScorer.Messages("development.tsv"), all || args.Contains("--mistakes"));
        Print("单句（计分）", QuestionScorer.Messages("scored.tsv"), all);
        foreach (var (title, file, shows) in new[] { ("对话（开发）", "conversations-development.tsv", true), ("对话（计分）", "conversations-scored.tsv", false) })
        {
            if (!File.Exists(Path.Combine(QuestionFiles.Folder, file)))
                continue;
            var (turns, right, count) = QuestionScorer.Conversations(file);
            Print(title, turns, all || (shows && args.Contains("--mistakes")));
            Console.WriteLine($"  整段全对 {right}/{count}（{(double)right / count:P1}）");
        }
        var scored = QuestionFiles.Messages("scored.tsv").ToList();
        PrintNoise(scored);
        foreach (var file in new[] { "development.tsv", "scored.tsv" })
        {
            var questions = QuestionFiles.Messages(file).ToList();
            PrintSwaps(file, questions, all);
            PrintAnswers(file, questions, all || (file[0] == 'd' && args.Contains("--mistakes")));
        }
        Speed();
        return 0;
    }

    private static void PrintHeldOut(bool showsMistakes)
    {
        var (messages, turns, right, count) = HeldOut.Measure();
        Print("单句（开发，没学过时）", messages, showsMistakes);
        Print("对话（开发，没学过时）", turns, showsMistakes);
        Console.WriteLine($"  整段全对 {right}/{count}（{(double)right / count:P1}）");
    }

    private static void PrintOwn(string kind, string file)
    {
        if (kind == "--file")
        {
            Print(file, QuestionScorer.Messages(file), true);
            var questions = QuestionFiles.Messages(file).ToList();
            PrintSwaps(file, questions, true);
            PrintAnswers(file, questions, true);
            return;
        }
        var (turns, right, count) = QuestionScorer.Conversations(file);
        Print(file, turns, true);
        Console.WriteLine($"  整段全对 {right}/{count}（{(double)right / count:P1}）");
    }

    private static void Print(string title, Score score, bool showsMistakes)
    {
        Console.WriteLine($"{title}：{score.Messages} 句，意图 {score.IntentAccuracy:P1}，条件 {score.SlotAccuracy:P1}，范围外误认 {score.TakenForOurs}/{score.NotOurs}");
        foreach (var group in score.Intents.Where(entry => !entry.Wanted.Contains('+', StringComparison.Ordinal)).GroupBy(entry => entry.Wanted).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var confusions = group.Where(entry => entry.Found != entry.Wanted).GroupBy(entry => entry.Found).OrderByDescending(other => other.Count()).Select(other => $"{other.Key}×{other.Count()}");
            Console.WriteLine($"  {group.Key,-24}{group.Count(entry => entry.Found == entry.Wanted),4}/{group.Count(),-4} {string.Join(' ', confusions)}");
        }
        Console.WriteLine("  条件 " + string.Join("，", score.Slots.Select(slot => $"{slot.Key} {slot.Value.Right}/{slot.Value.All}")));
        foreach (var (from, to) in new[] { (0, 0.3), (0.3, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01) })
        {
            var band = score.Intents.Where(entry => entry.Confidence >= from && entry.Confidence < to).ToList();
            if (band.Count > 0)
                Console.WriteLine($"  把握 {from:0.0}–{Math.Min(to, 1):0.0}：{band.Count} 句，平均 {band.Average(entry => entry.Confidence):0.00}，实际对 {(double)band.Count(entry => entry.Found == entry.Wanted) / band.Count:0.00}");
        }
        if (showsMistakes)
        {
            foreach (var mistake in score.Mistakes)
                Console.WriteLine("    " + mistake);
        }
    }

    private static void PrintNoise(List<Expectation> questions)
    {
        var clean = questions.Where(IsRight).ToHashSet();
        Console.WriteLine($"干净的说法（计分）：{clean.Count}/{questions.Count}");
        foreach (var (name, spoil) in Noise.Ways)
        {
            var spoilt = questions.Select(question => (Before: question, After: question with { Message = spoil(question.Message) })).Where(pair => pair.After.Message != pair.Before.Message).ToList();
            var (before, after) = (spoilt.Count(pair => clean.Contains(pair.Before)), spoilt.Count(pair => IsRight(pair.After)));
            Console.WriteLine($"  {name,-8}意图 {after}/{spoilt.Count}，是干净说法的 {(before == 0 ? 1 : (double)after / before):P1}");
        }
    }

    private static bool IsRight(Expectation expected) =>
        string.Join('+', Bot.Read(expected.Message).Select(request => IntentNames.NameOf(request.Intent))) == string.Join('+', expected.Intents);

    private static void PrintSwaps(string file, List<Expectation> questions, bool showsMistakes)
    {
        var (places, years) = (Swaps.OfPlaces(questions), Swaps.OfYears(questions));
        Console.WriteLine($"{file} 换地方 {places.Right}/{places.All}，换年份 {years.Right}/{years.All}");
        if (showsMistakes || file[0] == 'd')
            PrintLines(places.Mistakes.Concat(years.Mistakes));
    }

    private static void PrintAnswers(string file, List<Expectation> questions, bool showsMistakes)
    {
        var check = new AnswerCheck();
        questions.ForEach(check.Add);
        Console.WriteLine($"{file} 回答：错的数据 {check.WrongFigures.Count}，来历不明的数字 {check.UnbackedNumbers.Count}，该答没答 {check.WronglyRefused.Count}/{check.Ours}，不该答却答 {check.WronglyAnswered.Count}/{check.NotOurs}");
        if (showsMistakes)
            PrintLines(check.WrongFigures.Select(line => "错 " + line).Concat(check.UnbackedNumbers).Concat(check.WronglyRefused.Select(line => "没答 " + line)).Concat(check.WronglyAnswered.Select(line => "答了 " + line)));
    }

    private static void PrintLines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.WriteLine("    " + line);
    }

    private static void Speed()
    {
        var started = Stopwatch.GetTimestamp();
        _ = new Interpreter(Bot.Lexicon, Bot.Regions);
        Console.WriteLine($"建立：{Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        var messages = QuestionFiles.Messages("development.tsv").Concat(QuestionFiles.Messages("scored.tsv")).Select(expected => expected.Message).ToList();
        messages.Add(string.Concat(messages.Take(150)));
        for (var i = 0; i < 5; i++)
            messages.ForEach(message => Bot.Read(message));
        // The best of several runs of each message: what the machine does beside is not the interpreter's time.
        var times = Enumerable.Repeat(double.MaxValue, messages.Count).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        const int runs = 5;
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < messages.Count; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Bot.Read(messages[i]);
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (runs * times.Count);
        times.Sort();
        Console.WriteLine($"速度：中位 {times[times.Count / 2]:0.000} ms，p99 {times[times.Count * 99 / 100]:0.000} ms，最长 {times[^1]:0.000} ms；每句分配 {allocated / 1024} KB");
    }
}
