using System.Collections.Immutable;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>Residents who all talk at once while something happens to the program, and the audit of it afterwards.</summary>
internal sealed class Load : IAsyncDisposable
{
    /// <summary>Nothing that is audited lasts longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan StreamPatience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _over = new(Longest);
    private readonly CancellationTokenSource _enough = new();
    private readonly CancellationTokenSource _unheard = new();
    private readonly ImmutableArray<Resident> _residents;
    private readonly ImmutableArray<ResidentStream> _streams;
    private Task _talking = Task.CompletedTask;
    private Task _listening = Task.CompletedTask;

    private Load(RoundRobin replicas, int residents)
    {
        Replicas = replicas;
        _residents = [.. Enumerable.Range(0, residents).Select(number => new Resident(replicas, number))];
        _streams = [.. _residents.Select(resident => new ResidentStream(resident))];
    }

    public RoundRobin Replicas { get; }

    /// <summary>Messages acknowledged so far.</summary>
    public int Acknowledged => _residents.Sum(resident => resident.Sent.Count);

    public static async Task<Load> StartAsync(ImmutableArray<Uri> addresses, int residents = 12)
    {
        var load = new Load(new RoundRobin(addresses), residents);
        await Task.WhenAll(load._residents.Select(resident => resident.OpenAsync(load._over.Token)));
        load._listening = Task.WhenAll(load._streams.Select(stream => stream.ListenAsync(load._unheard.Token)));
        load._talking = Task.WhenAll(load._residents.Select(resident => resident.TalkAsync(load._enough.Token, load._over.Token)));
        return load;
    }

    /// <summary>Waits until so many more messages were acknowledged.</summary>
    public async Task AdvanceAsync(int messages)
    {
        var goal = Acknowledged + messages;
        while (Acknowledged < goal)
        {
            Assert.False(_talking.IsFaulted, _talking.Exception?.ToString());
            await Task.Delay(TimeSpan.FromMilliseconds(20), _over.Token);
        }
    }

    /// <summary>Ends the talking and counts: each message kept once, in order, answered once, acknowledged with its id, and streamed once.</summary>
    public async Task<AuditReport> AuditAsync()
    {
        await _enough.CancelAsync();
        await _talking;
        var report = new AuditReport(0, 0, Replicas.Failures, 0);
        foreach (var (resident, stream) in _residents.Zip(_streams))
        {
            var answers = Audit.Check(await resident.ReadAsync(_over.Token), resident.Sent);
            report = report with { Messages = report.Messages + resident.Sent.Count, Answers = report.Answers + answers };
        }

        foreach (var (resident, stream) in _residents.Zip(_streams))
        {
            var log = (await resident.ReadAsync(_over.Token)).Select(activity => (string)activity["id"]!).ToList();
            await UntilAsync(() => stream.Ids.Count >= log.Count);
            Assert.Equal(log, stream.Ids);
            report = report with { Streams = report.Streams + stream.Connections };
        }

        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _over.CancelAsync();
        await _unheard.CancelAsync();
        await Task.WhenAll(_talking, _listening).ContinueWith(_ => { }, TaskScheduler.Default);
        Replicas.Dispose();
        _enough.Dispose();
        _over.Dispose();
        _unheard.Dispose();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(StreamPatience);
        while (!condition() && !late.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
    }
}
