using System.Diagnostics;
using MedBot.Benchmarks.Load;
using MedBot.Benchmarks.Segmentation;
using MedBot.Dialogs;

namespace MedBot.Benchmarks.Dialogs;

/// <summary>
/// <c>turn</c>: what one turn of the dialog costs on one thread, from the stored state to the state to be stored, without
/// channel and store: time and memory, over the labelled questions in conversations of five.
/// </summary>
internal static class TurnCommand
{
    private const int ConversationLength = 5;
    private const int WarmUp = 40_000;
    private const int Turns = 60_000;

    public static int Run(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            Console.Error.WriteLine("Usage: turn");
            return 2;
        }

        var assistant = Assistant.Load(Path.Combine(RepositoryFiles.Root, "knowledge"));
        var times = new double[Turns];
        Take(assistant, WarmUp, null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Take(assistant, Turns, times);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Turns;
        Array.Sort(times);
        Console.WriteLine(FormattableString.Invariant(
            $"{Turns} turns, µs: mean {times.Average():0}, p50 {times[Turns / 2]:0}, p99 {times[Turns * 99 / 100]:0}, p99.9 {times[Turns * 999 / 1000]:0}; {bytes / 1024} KiB a turn; {Machine.Description}"));
        return 0;
    }

    private static void Take(Assistant assistant, int turns, double[]? times)
    {
        var today = new DateOnly(2025, 11, 20);
        var state = "";
        for (var turn = 0; turn < turns; turn++)
        {
            var text = Questions.Of(turn / ConversationLength, turn % ConversationLength);
            var start = Stopwatch.GetTimestamp();
            var from = turn % ConversationLength == 0 ? ConversationState.New : ConversationState.FromJson(state);
            state = assistant.Dialogs.Take(from, text, today).State.ToJson();
            if (times is not null)
                times[turn] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }
}
