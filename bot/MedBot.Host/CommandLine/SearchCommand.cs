using System.CommandLine;
using MedBot.Dialogs;
using MedBot.Host.Composition;
using MedBot.Policy.Records;

namespace MedBot.Host.CommandLine;

/// <summary>search: which articles a question is like and which hold its words, best first, with --explain why.</summary>
internal static class SearchCommand
{
    private const int Top = 5;

    public static Command Create()
    {
        var explain = new Option<bool>("--explain") { Description = "附上得分是怎么来的" };
        var region = new Option<string?>("--region") { Description = "六位行政区划代码；不写则只查全国的文章" };
        var question = new Argument<string[]>("question") { Description = "问题", Arity = ArgumentArity.OneOrMore };
        var command = new Command("search", "看一个问题会找到哪些文章") { explain, region, question };
        command.SetAction(parsed =>
        {
            var assistant = Assistant.Load(KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge)));
            var code = parsed.GetValue(region);
            if ((code is null ? Region.Nation : assistant.Knowledge.Regions.Find(code)) is not { } place)
            {
                Console.Error.WriteLine($"--region 应为六位行政区划代码，如 131000，而不是“{code}”");
                return 1;
            }
            var text = string.Join(' ', parsed.GetValue(question)!);
            Console.WriteLine("像例句\t连内容\t文章");
            foreach (var found in assistant.Articles.LikenessTo(text).Where(found => place.LiesIn(found.Article.Record.Region)).OrderByDescending(found => found.Whole).Take(Top))
                Console.WriteLine($"{found.Sample:0.000}\t{found.Whole:0.000}\t{found.Article.Record.Id}\t{found.Article.Title}");
            Console.WriteLine("相关度\t覆盖\t文章");
            foreach (var hit in assistant.Articles.Search(text, place, Top))
            {
                Console.WriteLine($"{hit.Relevance:0.000}\t{hit.Coverage:0.000}\t{hit.Article.Record.Id}\t{hit.Article.Title}");
                if (parsed.GetValue(explain))
                    Console.WriteLine(hit.Explain());
            }
            return 0;
        });
        return command;
    }
}
