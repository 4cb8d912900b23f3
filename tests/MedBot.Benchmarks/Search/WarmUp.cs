using System.Diagnostics;
using System.Runtime;

namespace MedBot.Benchmarks.Search;

/// <summary>
/// Does a piece of work until the runtime has compiled all of it for good. The runtime first compiles quickly, then with counters, then with what
/// these have shown, each time on a thread of its own and after a pause: so the end is told by nothing having been compiled for a while.
/// </summary>
internal static class WarmUp
{
    private const int Round = 100;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <param name="work">Takes the number of times that it was done before.</param>
    public static void Run(Action<int> work)
    {
        var start = Stopwatch.GetTimestamp();
        var changed = start;
        var compiled = JitInfo.GetCompiledMethodCount();
        for (var done = 0; Stopwatch.GetElapsedTime(changed) < Quiet && Stopwatch.GetElapsedTime(start) < Limit;)
        {
            for (var i = 0; i < Round; i++)
                work(done++);
            if (JitInfo.GetCompiledMethodCount() is var count && count != compiled)
                (compiled, changed) = (count, Stopwatch.GetTimestamp());
        }
    }
}
