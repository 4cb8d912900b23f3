using System.CommandLine;
using MedBot.Host.Composition;
using MedBot.Knowledge;
using MedBot.Policy.Records;
using MedBot.Policy.Time;

namespace MedBot.Host.CommandLine;

/// <summary>check: validates knowledge/ and prints what it holds, a line for each place and table.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "检查 knowledge/，列出收录了什么") { CommonOptions.Today };
        command.SetAction(parsed =>
        {
            var assistant = Assistant.Load(KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge)));
            Print(assistant.Knowledge, CommonOptions.TodayOf(parsed), Console.Out);
            return 0;
        });
        return command;
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
