using MedBot.Storage.Conversations;
using MedBot.Storage.Postgres;
using MedBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MedBot.Storage;

/// <summary>The store of conversations as a service.</summary>
public static class ConversationStorage
{
    /// <summary>The connection string that makes it PostgreSQL: ConnectionStrings:Conversations. Without it, SQLite.</summary>
    public const string ConnectionName = "Conversations";

    /// <param name="services">The program's services.</param>
    /// <param name="root">The folder that a relative <see cref="StorageOptions.Path"/> starts from.</param>
    public static IServiceCollection AddConversationStorage(this IServiceCollection services, string root)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IConversationStore>(provider => Open(provider, root));
        services.AddHostedService<Preparation>();
        return services.AddHostedService<Retention>();
    }

    private static IConversationStore Open(IServiceProvider provider, string root)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        if (provider.GetRequiredService<IConfiguration>().GetConnectionString(ConnectionName) is { Length: > 0 } connectionString)
            return new PostgresConversationStore(connectionString, clock, provider.GetRequiredService<ILogger<PostgresConversationStore>>());
        return new SqliteConversationStore(Path.Combine(root, provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path), clock);
    }

    /// <summary>Prepares the store before any other service starts and before the first request is taken.</summary>
    private sealed class Preparation(IConversationStore store) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => store.PrepareAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
