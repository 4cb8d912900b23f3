using System.Collections.Immutable;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>Three replicas on one database.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const int Size = 3;

    private Cluster(ImmutableArray<Replica> replicas) => Replicas = replicas;

    public ImmutableArray<Replica> Replicas { get; }

    public ImmutableArray<Uri> Addresses => [.. Replicas.Select(replica => replica.Address)];

    /// <param name="connectionString">An empty database: the replicas start at once and make its tables among themselves.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="settings">More settings, the same for each.</param>
    public static async Task<Cluster> StartAsync(string connectionString, CancellationToken cancellation, params string[] settings)
    {
        string[] all = ["--ConnectionStrings:Conversations", connectionString, .. settings];
        return new Cluster([.. await Task.WhenAll(Enumerable.Range(0, Size).Select(_ => Replica.StartAsync(cancellation, all)))]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in Replicas)
            await replica.DisposeAsync();
    }
}
