using System.Diagnostics;
using MedBot.Storage.Conversations;
using MedBot.Storage.Sqlite;

namespace MedBot.Host.Tests.CommandLine;

public sealed class DeadLettersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-dead-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "medbot.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StaffSeeWhatWasGivenUpAndWhy()
    {
        await using (var store = new SqliteConversationStore(Database, TimeProvider.System))
        {
            await store.PrepareAsync(Cancellation);
            await store.StartAsync(new NewConversation("c1", "connector", null, "{}", [], DateTimeOffset.UnixEpoch), Cancellation);
            await store.CommitAsync(
                new CompletedTurn("c1", 0, "m1", ["{}"], "{}", DateTimeOffset.UnixEpoch) { Outgoing = [new OutgoingDelivery("connector", "there", "secret text")] },
                Cancellation);
            var due = Assert.Single(await store.TakeDueAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1, Cancellation));
            await store.UndeliveredAsync(due.Id, "status 404", null, Cancellation);
        }

        Assert.Equal((0, "对话\t渠道\t试了几次\t最后一次的原因\nc1\tconnector\t1\tstatus 404\n共 1 条。\n", ""), await RunAsync("--Storage:Path", Database));
    }

    [Fact]
    public async Task AConnectionStringThatCannotBeReadEndsWithWhatWasExpected()
    {
        var (status, _, errors) = await RunAsync("--ConnectionStrings:Conversations", "postgres://medbot@localhost/medbot");

        Assert.Equal(1, status);
        Assert.Equal(
            "An address (postgres://…) is not understood. ConnectionStrings:Conversations is expected to look like Host=db.example.org;Port=5432;Database=medbot;Username=medbot;Password=….\n",
            errors);
    }

    private static async Task<(int Status, string Output, string Errors)> RunAsync(params string[] settings)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MedBot.Host.dll"), "dead-letters", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }
}
