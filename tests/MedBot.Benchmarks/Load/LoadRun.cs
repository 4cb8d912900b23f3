using System.Collections.Concurrent;
using System.Diagnostics;

namespace MedBot.Benchmarks.Load;

/// <summary>Sends a plan's messages and measures what comes back.</summary>
internal static class LoadRun
{
    /// <param name="name">What is loaded, for the report.</param>
    /// <param name="plan">What to send.</param>
    /// <param name="clientOf">Makes the client of a conversation.</param>
    /// <param name="server">The server's process; null when it is not known.</param>
    public static async Task<LoadResult> MeasureAsync(string name, LoadPlan plan, Func<int, ITurnClient> clientOf, ServerUsage? server)
    {
        var clients = Enumerable.Range(0, plan.Conversations).Select(clientOf).ToArray();
        try
        {
            await Parallel.ForEachAsync(clients, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (client, cancellation) => await client.OpenAsync(cancellation));
            await SendAsync(clients, plan with { Messages = plan.WarmUp, Rate = 0 }, offset: 0);
            return await MeasureAsync(name, plan, clients, server);
        }
        finally
        {
            foreach (var client in clients)
                await client.DisposeAsync();
        }
    }

    private static async Task<LoadResult> MeasureAsync(string name, LoadPlan plan, ITurnClient[] clients, ServerUsage? server)
    {
        using var self = Process.GetCurrentProcess();
        var ownBefore = self.TotalProcessorTime;
        var before = server?.Now();
        var started = Stopwatch.GetTimestamp();
        var (turns, errors) = await SendAsync(clients, plan, offset: plan.WarmUp);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var after = server?.Now();
        self.Refresh();
        return new LoadResult(
            name, plan, seconds, turns, errors, clients.Sum(client => client.Doubled),
            after?.CpuSeconds - before?.CpuSeconds ?? double.NaN, (self.TotalProcessorTime - ownBefore).TotalSeconds, after?.PeakBytes ?? 0);
    }

    private static async Task<(IReadOnlyList<(double Due, double Milliseconds)> Turns, int Errors)> SendAsync(ITurnClient[] clients, LoadPlan plan, int offset)
    {
        var turns = new ConcurrentBag<(double, double)>();
        var errors = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select(async (client, number) =>
        {
            for (var message = 0; message < plan.Messages; message++)
            {
                var due = await DueAsync(message * clients.Length + number);
                try
                {
                    await client.TurnAsync(Questions.Of(number, offset + message), CancellationToken.None);
                    turns.Add((due, Elapsed() * 1000 - due * 1000));
                }
                catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
                {
                    Interlocked.Increment(ref errors);
                }
            }
        }));
        return ([.. turns], errors);

        double Elapsed() => Stopwatch.GetElapsedTime(started).TotalSeconds;

        // A message that is late because the one before it was slow counts from when it was due.
        async ValueTask<double> DueAsync(int turn)
        {
            if (plan.Rate == 0)
                return Elapsed();
            var due = (double)turn / plan.Rate;
            if (due - Elapsed() is > 0 and var wait)
                await Task.Delay(TimeSpan.FromSeconds(wait));
            return due;
        }
    }
}
