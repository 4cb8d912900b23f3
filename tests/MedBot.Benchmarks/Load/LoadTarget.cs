using System.Collections.Immutable;

namespace MedBot.Benchmarks.Load;

/// <summary>What is loaded: one server, or replicas behind the plainest load balancer, each call going to the next one. Thread-safe.</summary>
/// <param name="servers">Their addresses, each with a slash at its end.</param>
/// <param name="usage">What they use together; null when their processes are not known.</param>
internal sealed class LoadTarget(ImmutableArray<Uri> servers, ServerUsage? usage)
{
    private int _next;

    public LoadTarget(LoadedServer server) : this([server.Address], server.Usage) { }

    public ServerUsage? Usage => usage;

    /// <summary>The address of the next call.</summary>
    public Uri To(string path) => new(servers[(int)((uint)Interlocked.Increment(ref _next) % (uint)servers.Length)], path);
}
