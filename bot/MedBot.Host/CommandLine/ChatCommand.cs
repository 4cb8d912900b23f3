using System.CommandLine;
using MedBot.Channels.Rendering;
using MedBot.Dialogs;
using MedBot.Host.Composition;

namespace MedBot.Host.CommandLine;

/// <summary>chat: one conversation in the terminal. A button is chosen by its number; an empty line or end of input leaves.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var command = new Command("chat", "在终端里对话") { CommonOptions.Today };
        command.SetAction(parsed =>
        {
            var assistant = Assistant.Load(KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge)));
            assistant.WarmUp();
            Converse(assistant.Dialogs, CommonOptions.TodayOf(parsed));
            return 0;
        });
        return command;
    }

    private static void Converse(DialogEngine dialogs, DateOnly today)
    {
        var state = ConversationState.New;
        Console.WriteLine(PlainTextRenderer.Render(dialogs.Greeting()));
        while (true)
        {
            Console.Write("\n> ");
            if (Console.ReadLine() is not { Length: > 0 } line)
                return;
            var turn = dialogs.Take(state, line, today);
            state = turn.State;
            foreach (var reply in turn.Replies)
                Console.WriteLine("\n" + PlainTextRenderer.Render(reply.Answer));
            var number = 0;
            foreach (var button in state.Offered)
                Console.WriteLine($"  [{++number}] {button.Title}");
        }
    }
}
