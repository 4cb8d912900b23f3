using MedBot.Storage.Conversations;
using MedBot.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace MedBot.Storage.Tests.Postgres;

public sealed class PostgresConversationStoreTests(PostgresFixture postgres) : ConversationStoreContract
{
    private readonly List<PostgresConversationStore> _open = [];
    private string _database = "";

    protected override async ValueTask SetUpAsync() => _database = await postgres.CreateDatabaseAsync();

    protected override IConversationStore OpenStore()
    {
        var store = Store(_database);
        _open.Add(store);
        return store;
    }

    protected override async ValueTask CleanUpAsync()
    {
        foreach (var store in _open)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task ADatabaseOfANewerProgramIsRefused()
    {
        await ExecuteAsync("INSERT INTO schema_version (version, applied_at) VALUES (999, now())");

        var refused = await Assert.ThrowsAsync<StorageException>(() => OpenStore().PrepareAsync(Cancellation));

        Assert.StartsWith("The database has schema version 999;", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachStepOfTheSchemaIsRecordedWithItsTime()
    {
        await using var source = NpgsqlDataSource.Create(_database + ";Pooling=false");
        await using var command = source.CreateCommand("SELECT count(*) FROM schema_version WHERE version = 1 AND applied_at > now() - interval '1 hour'");

        Assert.Equal(1L, await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task AWatcherHearsOfTurnsThatAnotherProcessTook()
    {
        var here = OpenStore();
        var there = OpenStore();
        await here.PrepareAsync(Cancellation);
        await there.PrepareAsync(Cancellation);
        await here.StartAsync(new NewConversation("a", "directline", null, "{}", [], DateTimeOffset.UnixEpoch), Cancellation);
        using var heard = new SemaphoreSlim(0);
        using var watch = here.Watch("a", _ => heard.Release());

        await there.CommitAsync(new CompletedTurn("a", 0, "m1", ["question"], "{}", DateTimeOffset.UnixEpoch), Cancellation);

        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        Assert.Equal("question", Assert.Single(await here.ReadAsync("a", 0, 10, Cancellation)).Json);
    }

    [Fact]
    public async Task AWatcherHearsOfTurnsWhoseTakerDiedBeforeItTold()
    {
        var here = OpenStore();
        await here.PrepareAsync(Cancellation);
        await here.StartAsync(new NewConversation("a", "directline", null, "{}", [], DateTimeOffset.UnixEpoch), Cancellation);
        using var heard = new SemaphoreSlim(0);
        using var watch = here.Watch("a", _ => heard.Release());
        // What is heard while the store begins to listen and to ask.
        while (await heard.WaitAsync(TimeSpan.FromSeconds(6), Cancellation))
        {
        }

        await ExecuteAsync("UPDATE conversation SET watermark = watermark + 1");

        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }

    [Fact]
    public async Task ConnectionsThatTheServerEndsAreMadeAnewWithoutAnError()
    {
        var store = OpenStore();
        await store.PrepareAsync(Cancellation);
        await store.StartAsync(new NewConversation("a", "directline", null, "{}", [], DateTimeOffset.UnixEpoch), Cancellation);
        using var heard = new SemaphoreSlim(0);
        using var watch = store.Watch("a", _ => heard.Release());

        foreach (var number in Enumerable.Range(0, 5))
        {
            await ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            Assert.Equal(
                new CommitOutcome.Committed(number + 1),
                await store.CommitAsync(new CompletedTurn("a", number, $"m{number}", ["question"], "{}", DateTimeOffset.UnixEpoch), Cancellation));
        }

        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }

    [Theory]
    [InlineData("nonsense", "it is not a list of Keyword=Value")]
    [InlineData("Host=localhost;Database=medbot;Username=medbot;Passwort=geheim", "is no keyword of it")]
    [InlineData("Database=medbot;Username=medbot", "names no Host")]
    [InlineData("Host=localhost;Username=medbot", "names no Database")]
    [InlineData("Host=localhost;Database=medbot", "names no Username")]
    [InlineData("postgres://medbot:geheim@localhost/medbot", "An address (postgres://…) is not understood")]
    public void AConnectionStringThatCannotBeReadSaysWhatWasExpected(string connectionString, string problem)
    {
        var refused = Assert.Throws<StorageException>(() => Store(connectionString));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Host=db.example.org;Port=5432;Database=medbot;Username=medbot;Password=…", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Password", "another", "the user or the password is refused")]
    [InlineData("Database", "nowhere", "there is no such database")]
    public async Task ADatabaseThatRefusesSaysWhyAtOnce(string keyword, string value, string problem)
    {
        await using var store = Store($"{_database};{keyword}={value}");

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.PrepareAsync(Cancellation));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value == "another" ? "another" : "Password=geheim", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AUserWhoMayNotCreateTablesIsToldSo()
    {
        await ExecuteAsync("CREATE ROLE guest LOGIN PASSWORD 'guest'");
        await using var store = Store($"{await postgres.CreateDatabaseAsync()};Username=guest;Password=guest");

        var refused = await Assert.ThrowsAsync<StorageException>(() => store.PrepareAsync(Cancellation));

        Assert.Contains("the user may not do what is needed", refused.Message, StringComparison.Ordinal);
    }

    private static PostgresConversationStore Store(string connectionString) =>
        new(connectionString, TimeProvider.System, NullLogger<PostgresConversationStore>.Instance);

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
