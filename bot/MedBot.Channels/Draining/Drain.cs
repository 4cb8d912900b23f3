using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MedBot.Channels.Draining;

/// <summary>
/// The program's way out, when it is told to stop: it is no longer ready; it serves on while the load balancer learns of
/// that; streams are closed; no connection is taken any more; turns and deliveries under way are ended; the store is closed.
/// </summary>
public sealed class Drain(IOptions<DrainOptions> options, TimeProvider clock) : IHostedLifecycleService, IDisposable
{
    /// <summary>Time for what is under way: longer than a turn waits for its database, and than a delivery takes.</summary>
    private static readonly TimeSpan TimeForWork = TimeSpan.FromSeconds(40);

    private readonly CancellationTokenSource _ending = new();

    /// <summary>Cancelled when clients that stay connected are to go elsewhere.</summary>
    public CancellationToken StreamsEnd => _ending.Token;

    /// <summary>Comes before anything else is stopped, after the readiness was taken back.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(options.Value.Seconds), clock, cancellationToken);
        }
        finally
        {
            await _ending.CancelAsync();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _ending.Dispose();

    internal static void Add(IServiceCollection services)
    {
        services.AddOptions<DrainOptions>().BindConfiguration("Drain").ValidateOnStart();
        services.AddSingleton<IValidateOptions<DrainOptions>, DrainOptionsValidator>();
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>(
            (host, drain) => host.ShutdownTimeout = TimeSpan.FromSeconds(drain.Value.Seconds) + TimeForWork);
    }
}
