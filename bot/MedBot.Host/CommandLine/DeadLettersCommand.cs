using System.CommandLine;
using MedBot.Host.Serving;
using MedBot.Storage;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.Options;

namespace MedBot.Host.CommandLine;

/// <summary>dead-letters: the replies that could not be sent and were given up, newest first. Their text is no longer kept.</summary>
internal static class DeadLettersCommand
{
    public static Command Create()
    {
        var most = new Option<int>("--most") { Description = "最多列出多少条", DefaultValueFactory = _ => 100 };
        var command = new Command("dead-letters", "列出试了多次仍没送出去、已经放弃的回复（其余选项是配置，如 --Storage:Path）") { most };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(most), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, int most, CancellationToken cancellation)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddConversationStorage(InstallationRoot.Folder);
        await using var services = builder.Services.BuildServiceProvider();
        try
        {
            var store = services.GetRequiredService<IConversationStore>();
            await store.PrepareAsync(cancellation);
            var dead = await store.ReadDeadAsync(most, cancellation);
            Console.WriteLine("对话\t渠道\t试了几次\t最后一次的原因");
            foreach (var delivery in dead)
                Console.WriteLine($"{delivery.ConversationId}\t{delivery.Channel}\t{delivery.Attempts}\t{delivery.Reason}");
            Console.WriteLine(dead.Length < most ? $"共 {dead.Length} 条。" : $"最近的 {dead.Length} 条；更早的用 --most 列出。");
            return 0;
        }
        catch (Exception refusal) when (refusal is StorageException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }
}
