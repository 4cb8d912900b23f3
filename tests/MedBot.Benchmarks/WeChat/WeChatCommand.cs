using System.Diagnostics;
using System.Globalization;
using MedBot.Benchmarks.Search;
using MedBot.Benchmarks.Segmentation;

namespace MedBot.Benchmarks.WeChat;

/// <summary>
/// <c>wechat</c>: how long the platform waits for a passive reply. Messages of many residents come at a steady rate, whether
/// or not earlier ones were answered; each is timed from the moment when it was due. Without --url the program is started
/// in a process of its own on the loopback, with an empty database, and is stopped afterwards.
/// </summary>
internal static class WeChatCommand
{
    private const string OwnToken = "benchmark";

    /// <summary>Before the clock counts: code is compiled and connections are opened.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static int Run(string[] args)
    {
        if (!CommandOptions.AreKnown("wechat", args, "--url", "--token", "--rate", "--seconds", "--residents"))
            return 2;
        var (rate, seconds, residents) = (CommandOptions.Number(args, "--rate", 50), CommandOptions.Number(args, "--seconds", 60), CommandOptions.Number(args, "--residents", 1000));
        using var server = args.Contains("--url") ? null : OwnServer.Start(OwnToken);
        var platform = new Platform(server?.Address ?? new Uri(CommandOptions.Text(args, "--url", "")), CommandOptions.Text(args, "--token", OwnToken), residents);
        using (platform)
        {
            MeasureAsync(platform, rate, WarmUp).GetAwaiter().GetResult();
            var began = Stopwatch.GetTimestamp();
            var answers = MeasureAsync(platform, rate, TimeSpan.FromSeconds(seconds)).GetAwaiter().GetResult();
            return Report(answers, rate, Stopwatch.GetElapsedTime(began), residents);
        }
    }

    private static async Task<Reply[]> MeasureAsync(Platform platform, int rate, TimeSpan duration)
    {
        var began = Stopwatch.GetTimestamp();
        var running = new List<Task<Reply>>();
        for (var number = 0; number < rate * duration.TotalSeconds; number++)
        {
            var due = began + (long)(number * (double)Stopwatch.Frequency / rate);
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (left > TimeSpan.Zero)
                await Task.Delay(left);
            running.Add(platform.AskAsync(due));
        }

        return await Task.WhenAll(running);
    }

    private static int Report(Reply[] replies, int rate, TimeSpan took, int residents)
    {
        var sorted = replies.Select(reply => reply.Waited.TotalMilliseconds).Order().ToArray();
        var wrong = replies.Count(reply => !reply.IsAnswer);
        Console.WriteLine($"Machine: {Machine.Description}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{replies.Length} messages of {residents} residents in {took.TotalSeconds:0} s, {rate} due each second; {wrong} without an answer"));
        Console.WriteLine();
        Console.WriteLine("| p50 | p90 | p99 | p99.9 | longest |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {At(0.5):0.0} ms | {At(0.9):0.0} ms | {At(0.99):0.0} ms | {At(0.999):0.0} ms | {sorted[^1]:0.0} ms |"));
        return wrong == 0 ? 0 : 1;

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * share) - 1)];
    }
}
