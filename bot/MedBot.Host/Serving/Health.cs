using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MedBot.Host.Serving;

/// <summary>What a load balancer asks: does the process run, and can it take a turn now.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok());
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<Results<Ok, StatusCodeHttpResult>> ReadyAsync(
        IConversationStore store, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        // While the server drains, its clients are to go elsewhere.
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            await store.ProbeAsync(cancellation);
            return TypedResults.Ok();
        }
        catch (StorageException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
