namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>Three real processes on a real PostgreSQL, no sticky sessions, and what befalls them.</summary>
[Collection(ReplicasCollection.Name)]
public sealed class ReplicaTests(PostgresHome postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReplicasThatAreKilledLoseAndDoubleNothing()
    {
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation);
        await using var load = await Load.StartAsync(cluster.Addresses);

        for (var kill = 0; kill < Runs.Kills; kill++)
        {
            await load.AdvanceAsync(100);
            var replica = cluster.Replicas[kill % cluster.Replicas.Length];
            await replica.KillAsync();
            await load.AdvanceAsync(100);
            await replica.StartAgainAsync(Cancellation);
        }

        await load.AdvanceAsync(100);
        (await load.AuditAsync()).Print($"{Runs.Kills} kills");
    }

    [Fact]
    public async Task ADatabaseThatStopsAndStartsLosesAndDoublesNothing()
    {
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation);
        await using var load = await Load.StartAsync(cluster.Addresses);

        for (var outage = 0; outage < Runs.Outages * 2; outage++)
        {
            await load.AdvanceAsync(100);
            await postgres.Server.StopAsync(atOnce: outage % 2 == 1);
            await Task.Delay(TimeSpan.FromSeconds(2), Cancellation);
            await postgres.Server.StartAgainAsync();
        }

        await load.AdvanceAsync(100);
        (await load.AuditAsync()).Print($"{Runs.Outages * 2} outages of PostgreSQL");
    }

    [Fact]
    public async Task AReplicaIsNotReadyWhileItsDatabaseIsAwayAndReadyAgainAfter()
    {
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation);
        using var balancer = new RoundRobin(cluster.Addresses);
        Assert.True(await balancer.IsReadyAsync(cluster.Addresses[0]));

        await postgres.Server.StopAsync();
        Assert.False(await balancer.IsReadyAsync(cluster.Addresses[0]));

        await postgres.Server.StartAgainAsync();
        Assert.True(await balancer.IsReadyAsync(cluster.Addresses[0]));
    }

    [Fact]
    public async Task ARollingRestartLosesAndDoublesNothing()
    {
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation, "--Drain:Seconds", "2");
        await using var load = await Load.StartAsync(cluster.Addresses);
        using var rolled = new CancellationTokenSource();
        var probing = load.Replicas.ProbeAsync(TimeSpan.FromMilliseconds(200), rolled.Token);

        foreach (var replica in cluster.Replicas)
        {
            await load.AdvanceAsync(100);
            Assert.Equal(0, await replica.StopAsync());
            await replica.StartAgainAsync(Cancellation);
        }

        await load.AdvanceAsync(100);
        var report = await load.AuditAsync();
        await rolled.CancelAsync();
        await probing;
        report.Print("rolling restart");
    }

    [Fact]
    public async Task OneConversationOverAllReplicasTakesOneTurnAtATimeAndNoneStarves()
    {
        const int Askers = 9, Questions = 15;
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation);
        using var balancer = new RoundRobin(cluster.Addresses);
        var resident = new Resident(balancer, 0);
        await resident.OpenAsync(Cancellation);
        var began = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
        {
            for (var question = 0; question < Questions; question++)
                await resident.AskAsync($"{asker}-{question}", "什么时候截止", Cancellation);
        }));

        var elapsed = TimeProvider.System.GetElapsedTime(began);
        var log = await resident.ReadAsync(Cancellation);
        Assert.Equal(Askers * Questions, Audit.CheckAnswers(log));
        Assert.Equal(0, balancer.Failures);
        TestContext.Current.TestOutputHelper!.WriteLine($"hot conversation: {Askers * Questions / elapsed.TotalSeconds:F0} turns a second from {Askers} askers over 3 replicas");
    }

    [Fact]
    public async Task TheSameMessageOnAllReplicasAtOnceIsAnsweredOnceAndAcknowledgedAlike()
    {
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation);
        using var balancer = new RoundRobin(cluster.Addresses);
        var resident = new Resident(balancer, 0);
        await resident.OpenAsync(Cancellation);

        for (var message = 0; message < 20; message++)
        {
            var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => resident.AskAsync($"m{message}", "什么时候截止", Cancellation)));
            Assert.Single(ids.Distinct());
        }

        Assert.Equal(20, Audit.CheckAnswers(await resident.ReadAsync(Cancellation)));
    }
}
