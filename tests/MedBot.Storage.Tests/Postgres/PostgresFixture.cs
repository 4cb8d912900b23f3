[assembly: AssemblyFixture(typeof(MedBot.Storage.Tests.Postgres.PostgresFixture))]

namespace MedBot.Storage.Tests.Postgres;

/// <summary>One PostgreSQL for all tests; each has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.Absence is null)
            _server = await PostgresServer.StartAsync();
    }

    /// <summary>The connection string of an empty database. The test is skipped where there is no PostgreSQL.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        Assert.SkipWhen(_server is null, PostgresServer.Absence ?? "");
        return await _server!.CreateDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
