using MedBot.Storage.Conversations;
using MedBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace MedBot.Storage.Tests.Sqlite;

public sealed class SqliteConversationStoreTests : ConversationStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-storage-").FullName;
    private readonly List<SqliteConversationStore> _open = [];

    private string File => Path.Combine(_folder, "data", "medbot.db");

    protected override IConversationStore OpenStore()
    {
        var store = new SqliteConversationStore(File, TimeProvider.System);
        _open.Add(store);
        return store;
    }

    protected override async ValueTask CleanUpAsync()
    {
        foreach (var store in _open)
            await store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void TheFileAndItsFolderAreCreated() => Assert.True(System.IO.File.Exists(File));

    [Fact]
    public void ItIsAWriteAheadLog()
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";

        Assert.Equal("wal", command.ExecuteScalar());
    }

    [Fact]
    public async Task ADatabaseOfANewerProgramIsRefused()
    {
        await using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO schema_version (version, applied_at) VALUES (999, 0)";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var refused = await Assert.ThrowsAsync<StorageException>(() => OpenStore().PrepareAsync(Cancellation));

        Assert.StartsWith("The database has schema version 999;", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfAnOlderProgramIsBroughtUpToDateWithWhatIsInIt()
    {
        var path = Path.Combine(_folder, "older.db");
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = FirstRelease;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using var store = new SqliteConversationStore(path, TimeProvider.System);
        await store.PrepareAsync(Cancellation);

        Assert.Equal(
            new StoredConversation("a", "directline", null, "{}", 2, DateTimeOffset.UnixEpoch.AddDays(3)), await store.FindAsync("a", Cancellation));
        Assert.Equal(new HandledMessage(1, 2), (await store.OpenTurnAsync("a", "m1", Cancellation))!.Handled);
        Assert.Equal(0, await store.DeleteIdleAsync(DateTimeOffset.UnixEpoch.AddDays(3), 10, Cancellation));
        Assert.Equal(1, await store.DeleteIdleAsync(DateTimeOffset.UnixEpoch.AddDays(3).AddMilliseconds(1), 10, Cancellation));
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseIsRefused()
    {
        var path = Path.Combine(_folder, "notes.txt");
        await System.IO.File.WriteAllTextAsync(path, new string('x', 5000), Cancellation);
        await using var store = new SqliteConversationStore(path, TimeProvider.System);

        await Assert.ThrowsAsync<StorageException>(() => store.PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task AChangeThatFailsLeavesItsNeighboursAlone()
    {
        var store = OpenStore();
        await store.PrepareAsync(Cancellation);
        var good = Enumerable.Range(0, 20).Select(n => store.StartAsync(Conversation($"g{n}", "text"), Cancellation)).ToList();
        var bad = store.StartAsync(Conversation("bad", null!), Cancellation);
        good.AddRange(Enumerable.Range(20, 20).Select(n => store.StartAsync(Conversation($"g{n}", "text"), Cancellation)));

        await Assert.ThrowsAsync<StorageException>(() => bad);
        Assert.All(await Task.WhenAll(good), outcome => Assert.True(outcome.Created));
        Assert.Null(await store.FindAsync("bad", Cancellation));
    }

    // The tables as the first release made them, with one conversation.
    private const string FirstRelease =
        """
        CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL);
        INSERT INTO schema_version VALUES (1, 0);
        CREATE TABLE conversation (entry INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, channel TEXT NOT NULL, user_id TEXT, state TEXT NOT NULL,
            watermark INTEGER NOT NULL, started_at INTEGER NOT NULL, touched_at INTEGER NOT NULL);
        CREATE INDEX conversation_touched ON conversation (touched_at);
        CREATE TABLE activity (entry INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (entry, number)) WITHOUT ROWID;
        CREATE TABLE inbox (entry INTEGER NOT NULL, message_key TEXT NOT NULL, first_number INTEGER NOT NULL, last_number INTEGER NOT NULL,
            PRIMARY KEY (entry, message_key)) WITHOUT ROWID;
        CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        INSERT INTO conversation VALUES (1, 'a', 'directline', NULL, '{}', 2, 0, 259200000);
        INSERT INTO activity VALUES (1, 1, 'question'), (1, 2, 'answer');
        INSERT INTO inbox VALUES (1, 'm1', 1, 2);
        """;

    private static NewConversation Conversation(string id, string activity) =>
        new(id, "directline", null, "{}", [activity], DateTimeOffset.UnixEpoch);
}
