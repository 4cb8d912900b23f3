using System.CommandLine;
using System.Text;
using MedBot.Host.CommandLine;
using MedBot.Knowledge;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("MedBot：城乡居民医保问答。不写命令就启动网页服务。")
{
    ServeCommand.Create(),
    ChatCommand.Create(),
    AskCommand.Create(),
    SearchCommand.Create(),
    CheckCommand.Create(),
    DeadLettersCommand.Create(),
    CommonOptions.Knowledge,
};
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction((parsed, _) => ServeCommand.RunAsync(parsed.UnmatchedTokens));
try
{
    // The server sees to its own end: the command line would cut it off two seconds after a SIGTERM.
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (KnowledgeException wrong)
{
    foreach (var problem in wrong.Problems)
        Console.Error.WriteLine(problem);
    Console.Error.WriteLine($"knowledge/ 有 {wrong.Problems.Length} 处问题，没有启动。");
    return 1;
}
