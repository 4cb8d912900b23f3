using MedBot.Storage.Tests.Postgres;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>Tests that need the machine for themselves, with one PostgreSQL among them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ReplicasCollection : ICollectionFixture<PostgresHome>
{
    public const string Name = "Replicas";
}

/// <summary>The PostgreSQL that replicas share. Each test has a database of its own on it.</summary>
public sealed class PostgresHome : IAsyncLifetime
{
    private PostgresServer? _server;

    /// <summary>The test is skipped where there is no PostgreSQL.</summary>
    public PostgresServer Server
    {
        get
        {
            Assert.SkipWhen(_server is null, PostgresServer.Absence ?? "");
            return _server!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.Absence is null)
            _server = await PostgresServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
