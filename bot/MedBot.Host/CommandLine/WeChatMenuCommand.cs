using System.CommandLine;
using MedBot.Channels.WeChat.Menu;
using MedBot.Dialogs;
using MedBot.Host.Composition;
using MedBot.Knowledge;
using MedBot.Policy.Answers;
using Microsoft.Extensions.Options;

namespace MedBot.Host.CommandLine;

/// <summary>wechat-menu: puts the menu of knowledge/wechat-menu.yaml in place, when every question in it has an answer.</summary>
internal static class WeChatMenuCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--file") { Description = $"菜单文件；不写则用 knowledge/{MenuFile.Name}" };
        var dryRun = new Option<bool>("--dry-run") { Description = "只检查，把要发给微信的 JSON 打印出来" };
        var command = new Command("wechat-menu", "检查并更新微信公众号的底部菜单") { file, dryRun, CommonOptions.Today };
        command.SetAction(async (parsed, cancellation) =>
        {
            var knowledge = KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge));
            if (Read(parsed.GetValue(file) ?? Path.Combine(knowledge, MenuFile.Name)) is not { } menu || !AllAnswered(menu, Assistant.Load(knowledge), CommonOptions.TodayOf(parsed)))
                return 1;
            Console.WriteLine(menu.ToJson());
            return parsed.GetValue(dryRun) ? 0 : await PublishAsync(menu, cancellation);
        });
        return command;
    }

    private static WeChatMenu? Read(string path)
    {
        try
        {
            return MenuFile.Parse(Path.GetFileName(path), File.ReadAllText(path));
        }
        catch (IOException)
        {
            Console.Error.WriteLine($"读不到菜单文件 {path}");
        }
        catch (KnowledgeException wrong)
        {
            foreach (var problem in wrong.Problems)
                Console.Error.WriteLine(problem);
        }

        return null;
    }

    private static bool AllAnswered(WeChatMenu menu, Assistant assistant, DateOnly today)
    {
        var unanswered = menu.Questions.Where(question => !IsAnswered(assistant, question, today)).ToList();
        foreach (var question in unanswered)
            Console.Error.WriteLine($"“{question}”机器人答不上来，请换一种问法。");
        return unanswered.Count == 0;
    }

    private static bool IsAnswered(Assistant assistant, string question, DateOnly today) =>
        assistant.Dialogs.Take(ConversationState.New, question, today).Replies
            .All(reply => reply.Answer.Kind is AnswerKind.Answer or AnswerKind.AskBack or AnswerKind.NotPublished);

    private static async Task<int> PublishAsync(WeChatMenu menu, CancellationToken cancellation)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        try
        {
            await using var publisher = new MenuPublisher(configuration);
            if (await publisher.PublishAsync(menu, cancellation) is { } problem)
            {
                Console.Error.WriteLine(problem);
                return 1;
            }
        }
        catch (OptionsValidationException incomplete)
        {
            Console.Error.WriteLine(incomplete.Message);
            return 1;
        }

        Console.Error.WriteLine("菜单已更新，用户最迟一天后看到；取消关注再关注就能马上看到。");
        return 0;
    }
}
