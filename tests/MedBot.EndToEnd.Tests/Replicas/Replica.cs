using System.Net;
using System.Net.Sockets;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>A place behind the load balancer: an address at which the program runs, is killed, and runs again.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private readonly string[] _settings;
    private MedBotProcess? _process;

    private Replica(int port, string[] settings) =>
        (Address, _settings) = (new Uri($"http://127.0.0.1:{port}"), ["--urls", $"http://127.0.0.1:{port}", "--Logging:LogLevel:MedBot", "None", .. settings]);

    public Uri Address { get; }

    /// <param name="cancellation">Gives up.</param>
    /// <param name="settings">Where the conversations are, and whatever else.</param>
    public static async Task<Replica> StartAsync(CancellationToken cancellation, params string[] settings)
    {
        var replica = new Replica(FreePort(), settings);
        await replica.StartAgainAsync(cancellation);
        return replica;
    }

    public async Task StartAgainAsync(CancellationToken cancellation) => _process = await MedBotProcess.StartAsync(cancellation, null, _settings);

    public async Task KillAsync()
    {
        await _process!.KillAsync();
        await DisposeAsync();
    }

    /// <summary>As a new release does; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        var status = await _process!.StopAsync();
        await DisposeAsync();
        return status;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
