using System.Collections.Immutable;
using System.CommandLine;
using MedBot.Channels.Rendering;
using MedBot.Dialogs;
using MedBot.Dialogs.Transcripts;
using MedBot.Host.Composition;
using MedBot.Host.Serving;
using MedBot.Knowledge;
using MedBot.Knowledge.Cases;
using MedBot.Knowledge.Upkeep;
using MedBot.Plugins.Cases;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Host.CommandLine;

/// <summary>check: validates knowledge/ and prints what it holds, a line for each place and table.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var chats = new Option<string>("--chats")
        {
            Description = "要照着演一遍的对话（.chat 文件）所在的文件夹",
            DefaultValueFactory = _ => Path.Combine(InstallationRoot.Folder, "tests", "chats"),
        };
        var command = new Command("check", "检查 knowledge/，列出收录了什么，照算例和对话演一遍") { CommonOptions.Today, chats };
        command.SetAction(parsed =>
        {
            var path = KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge));
            var assistant = Assistant.Load(path);
            Print(assistant.Knowledge, CommonOptions.TodayOf(parsed), Console.Out);
            Remind(assistant.Knowledge, CommonOptions.TodayOf(parsed), Console.Out);
            var examples = WorkedExampleReader.ReadAll(path, assistant.Knowledge.Regions);
            var wrong = RequireExamples(assistant.Knowledge, examples) + RunWorkedExamples(assistant, examples) + RunConversations(assistant, parsed.GetValue(chats)!);
            if (wrong > 0)
                Console.Error.WriteLine($"有 {wrong} 处算例或对话与写下的不同：是有意改的，就改算例；不是，就改表。");
            return wrong == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Tells what staff should look at soon; none of it is wrong.</summary>
    private static void Remind(KnowledgeBase knowledge, DateOnly today, TextWriter output)
    {
        var report = UpkeepReport.Of(knowledge, today);
        foreach (var (record, days) in report.Ending)
            output.WriteLine($"{record.Origin}: “{record.Id}”到 {record.Validity.Last:yyyy-MM-dd} 为止，还剩 {days} 天，记得换新的。");
        foreach (var (record, days) in report.Unchecked)
            output.WriteLine($"{record.Origin}: “{record.Id}”上次核对是 {record.CheckedOn:yyyy-MM-dd}，已经 {days} 天，请再核一次出处。");
        foreach (var source in report.UnusedSources)
            output.WriteLine($"sources/{source.Id}.yaml: 没有记录用到这份出处。");
        output.WriteLine($"快到期（{UpkeepReport.EndingWithin} 天内）{report.Ending.Length} 条，超过 {UpkeepReport.UncheckedAfter} 天没有核对 {report.Unchecked.Length} 条，没有用到的出处 {report.UnusedSources.Length} 份。");
    }

    private static int RequireExamples(KnowledgeBase knowledge, ImmutableArray<WorkedExample> examples)
    {
        var problems = ExampleCoverage.ProblemsOf(knowledge, examples);
        foreach (var problem in problems)
            Console.WriteLine(problem);
        return problems.Length;
    }

    private static int RunWorkedExamples(Assistant assistant, ImmutableArray<WorkedExample> examples)
    {
        var runner = new WorkedExampleRunner(assistant.Plugins);
        var wrong = examples.SelectMany(example => runner.Run(example).Select(problem => $"{example.Origin}: {example.Name}：{problem}")).ToList();
        wrong.ForEach(Console.WriteLine);
        Console.WriteLine($"算例 {examples.Length} 个，不符 {wrong.Count} 处。");
        return wrong.Count;
    }

    /// <summary>Plays the written conversations of the checkout; a published program has none.</summary>
    private static int RunConversations(Assistant assistant, string folder)
    {
        if (!Directory.Exists(folder))
            return 0;
        var runner = new TranscriptRunner(assistant.Dialogs, PlainTextRenderer.Render);
        var transcripts = Directory.EnumerateFiles(folder, "*.chat").Order(StringComparer.Ordinal)
            .SelectMany(file => TranscriptReader.Read(file, File.ReadAllText(file))).ToList();
        var wrong = transcripts.SelectMany(transcript => runner.Run(transcript).Select(problem => $"{transcript.Origin}: {problem}")).ToList();
        wrong.ForEach(Console.WriteLine);
        Console.WriteLine($"对话 {transcripts.Count} 场，不符 {wrong.Count} 处。");
        return wrong.Count;
    }

    private static void Print(KnowledgeBase knowledge, DateOnly today, TextWriter output)
    {
        var holdings = knowledge.Book.Tables.Select(table => (table.Record, Topic: TopicOf(table.Record)))
            .Concat(knowledge.Articles.Select(article => (article.Record, Topic: $"文章 {article.Topics[0]}")))
            .GroupBy(holding => (holding.Record.Region, holding.Topic))
            .OrderBy(group => group.Key.Region.Code, StringComparer.Ordinal).ThenBy(group => group.Key.Topic, StringComparer.Ordinal);
        output.WriteLine("地区\t主题\t记录\t现行\t过期\t未生效\t含糊\t截断\t有矛盾\t未核实");
        foreach (var group in holdings)
        {
            var records = group.Select(holding => holding.Record).ToList();
            output.WriteLine(string.Join('\t', [
                group.Key.Region.FullName,
                group.Key.Topic,
                Count(records, _ => true),
                Count(records, record => record.Validity.StatusOn(today) == PeriodStatus.Current),
                Count(records, record => record.Validity.StatusOn(today) == PeriodStatus.Expired),
                Count(records, record => record.Validity.StatusOn(today) == PeriodStatus.NotYet),
                Count(records, record => record.Shortcomings.HasFlag(Shortcomings.Vague)),
                Count(records, record => record.Shortcomings.HasFlag(Shortcomings.CutOff)),
                Count(records, record => record.Conflicts.Length > 0),
                Count(records, record => record.Confidence == Confidence.Unverified),
            ]));
        }
        output.WriteLine();
        output.WriteLine($"共 {knowledge.Records.Count()} 条记录（表 {knowledge.Book.Tables.Length}，文章 {knowledge.Articles.Length}），来源 {knowledge.Sources.Count} 份，矛盾 {knowledge.Book.Conflicts.Count} 处，版本 {knowledge.Version}。检查通过。");
    }

    private static string TopicOf(PolicyRecord record) => Path.GetFileNameWithoutExtension(record.Origin[..record.Origin.LastIndexOf(':')]);

    private static string Count(List<PolicyRecord> records, Func<PolicyRecord, bool> condition) => records.Count(condition).ToString();
}
