using Microsoft.Data.Sqlite;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>One real process on its SQLite file, and what befalls them.</summary>
[Collection(ReplicasCollection.Name)]
public sealed class SqliteFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-sqlite-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AProcessThatIsKilledLosesAndDoublesNothing()
    {
        await using var server = await StartAsync(_folder);
        await using var load = await Load.StartAsync([server.Address]);

        for (var kill = 0; kill < Runs.Kills; kill++)
        {
            await load.AdvanceAsync(100);
            await server.KillAsync();
            await server.StartAgainAsync(Cancellation);
        }

        await load.AdvanceAsync(100);
        (await load.AuditAsync()).Print($"{Runs.Kills} kills with SQLite");
    }

    [Fact]
    public async Task AFileThatSomebodyLocksLosesAndDoublesNothing()
    {
        await using var server = await StartAsync(_folder);
        await using var load = await Load.StartAsync([server.Address]);
        await load.AdvanceAsync(100);

        await using (var other = new SqliteConnection($"Data Source={FileIn(_folder)};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await ExecuteAsync(other, "BEGIN EXCLUSIVE");
            // Longer than the program waits for the lock.
            await FailuresAsync(load, 1);
            await ExecuteAsync(other, "ROLLBACK");
        }

        await load.AdvanceAsync(100);
        (await load.AuditAsync()).Print("locked SQLite file");
    }

    [Fact]
    public async Task AFullDiskLosesAndDoublesNothing()
    {
        using var disk = SmallDisk.Mount(megabytes: 64);
        await using var server = await StartAsync(disk.Folder);
        await using var load = await Load.StartAsync([server.Address]);
        await load.AdvanceAsync(100);

        var ballast = disk.Fill();
        await FailuresAsync(load, 50);
        File.Delete(ballast);

        await load.AdvanceAsync(100);
        (await load.AuditAsync()).Print("full disk");
    }

    private static async Task FailuresAsync(Load load, int more)
    {
        var goal = load.Replicas.Failures + more;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (load.Replicas.Failures < goal)
            await Task.Delay(TimeSpan.FromMilliseconds(20), late.Token);
    }

    private static Task<Replica> StartAsync(string folder) => Replica.StartAsync(Cancellation, "--Storage:Path", FileIn(folder));

    private static string FileIn(string folder) => Path.Combine(folder, "medbot.db");

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
