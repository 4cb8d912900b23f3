using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using MedBot.Channels.DirectLine;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Serving.Limits;

/// <summary>Limits for each caller and each token over the whole program. New endpoints are limited without saying so.</summary>
internal static class RateLimiting
{
    private const string Bearer = "Bearer ";

    private static readonly PathString Conversations = "/v3/directline/conversations";

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitsOptions>().BindConfiguration("RateLimits").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitsOptions>, RateLimitsOptionsValidator>();
        services.AddSingleton<LimitNotice>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitsOptions>, IOptions<DirectLineOptions>>(Configure);
        return services;
    }

    /// <summary>After CORS: a page can read a refusal only with its headers.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<RateLimitsOptions>>().Value.Enabled)
            app.UseRateLimiter();
    }

    private static void Configure(RateLimiterOptions limiter, IOptions<RateLimitsOptions> options, IOptions<DirectLineOptions> directLine)
    {
        var (limits, secrets) = (options.Value, directLine.Value.Secrets);
        var byScope = new Dictionary<RequestScope, TokenBucketRateLimiterOptions>
        {
            [RequestScope.Page] = Bucket(limits.AddressPerMinute, limits.AddressBurst),
            [RequestScope.Api] = Bucket(limits.ApiPerMinute, limits.ApiBurst),
            [RequestScope.Platform] = Bucket(limits.PlatformPerMinute, limits.PlatformBurst),
        };
        var conversation = Bucket(limits.ConversationPerMinute, limits.ConversationBurst);

        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => ConversationOf(context) is { } id
                ? RateLimitPartition.GetTokenBucketLimiter(id, _ => conversation)
                : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, CallerAddress>(context => AddressOf(context, secrets) is { IsCounted: true } address
                ? RateLimitPartition.GetTokenBucketLimiter(address, counted => byScope[counted.Scope])
                : RateLimitPartition.GetNoLimiter(default(CallerAddress))));
        limiter.OnRejected = LimitRefusal.WriteAsync;
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute, int burst)
    {
        var perSecond = perMinute / 60;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, perSecond),
            ReplenishmentPeriod = perSecond > 0 ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1) / perMinute,
            QueueLimit = 0,
        };
    }

    /// <summary>A trusted server speaks for all of its residents: it is limited by conversation and not by address.</summary>
    private static CallerAddress AddressOf(HttpContext context, string[] secrets)
    {
        var address = CallerAddress.Of(context, RequestScopes.Of(context.Request));
        return address is { IsCounted: true, Scope: RequestScope.Page } && ShowsSecret(context.Request, secrets) ? default : address;
    }

    private static bool ShowsSecret(HttpRequest request, string[] secrets)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return false;
        var presented = MemoryMarshal.AsBytes(header.AsSpan(Bearer.Length));
        foreach (var secret in secrets)
        {
            if (CryptographicOperations.FixedTimeEquals(presented, MemoryMarshal.AsBytes(secret.AsSpan())))
                return true;
        }

        return false;
    }

    /// <summary>The conversation that a message is posted to: a token opens just the one, renewed or not.</summary>
    private static string? ConversationOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Request.Path.StartsWithSegments(Conversations)
        && context.GetRouteValue("id") is string id
        && !LocalCaller.Is(context)
            ? id
            : null;
}
