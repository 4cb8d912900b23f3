using System.CommandLine;
using System.Diagnostics;
using System.Text;
using MedBot.Channels.Rendering;
using MedBot.Dialogs;
using MedBot.Host.Composition;

namespace MedBot.Host.CommandLine;

/// <summary>
/// ask: answers messages given as words, or one a line on standard input. With --json one object a line
/// (<see cref="AnswerJson"/>), with --conversation all lines are the turns of one conversation.
/// </summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "每条消息输出一行 JSON" };
        var conversation = new Option<bool>("--conversation") { Description = "各行是同一场对话的先后几句" };
        var explain = new Option<bool>("--explain") { Description = "附上是怎么听懂的" };
        var question = new Argument<string[]>("question") { Description = "问题；不写则从标准输入逐行读", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("ask", "问一句或一批，给脚本和工作人员用") { json, conversation, explain, CommonOptions.Today, question };
        command.SetAction(parsed =>
        {
            var assistant = Assistant.Load(KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge)));
            assistant.WarmUp();
            var words = parsed.GetValue(question) ?? [];
            var lines = words.Length > 0 ? [string.Join(' ', words)] : InputLines();
            var settings = new Settings(parsed.GetValue(json), parsed.GetValue(conversation), parsed.GetValue(explain), CommonOptions.TodayOf(parsed));
            Run(assistant, lines, settings, Console.Out);
            return 0;
        });
        return command;
    }

    private static void Run(Assistant assistant, IEnumerable<string> lines, Settings settings, TextWriter output)
    {
        var state = ConversationState.New;
        foreach (var line in lines)
        {
            var start = Stopwatch.GetTimestamp();
            var turn = assistant.Dialogs.Take(settings.Conversation ? state : ConversationState.New, line, settings.Today);
            var text = string.Join("\n\n", turn.Replies.Select(reply => PlainTextRenderer.Render(reply.Answer)));
            var elapsed = Stopwatch.GetElapsedTime(start);
            state = turn.State;
            if (settings.Json)
                output.WriteLine(AnswerJson.Write(line, turn, text, elapsed, settings.Today, settings.Explain));
            else
                WriteForReading(output, turn, text, settings.Explain);
            output.Flush();
        }
    }

    private static void WriteForReading(TextWriter output, TurnResult turn, string text, bool explain)
    {
        output.WriteLine(text);
        var buttons = turn.Replies.SelectMany(reply => reply.Answer.FollowUps).Select(button => button.Title).Distinct().ToList();
        if (buttons.Count > 0)
            output.WriteLine($"\n[{string.Join("] [", buttons)}]");
        foreach (var why in explain ? turn.Replies.SelectMany(reply => reply.Request.Why.Prepend($"{reply.Request.Act} {reply.Request.Intent} {reply.Request.Confidence:0.00}")) : [])
            output.WriteLine($"  {why}");
        output.WriteLine();
    }

    private static IEnumerable<string> InputLines()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        while (input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    private sealed record Settings(bool Json, bool Conversation, bool Explain, DateOnly Today);
}
