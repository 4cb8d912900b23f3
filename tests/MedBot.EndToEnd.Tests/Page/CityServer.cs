using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>A city's site on the loopback: one page with one script tag.</summary>
internal sealed class CityServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CityServer(WebApplication app) => _app = app;

    public string Origin { get; private set; } = "";

    /// <summary>What its page loads.</summary>
    public Uri? Script { get; set; }

    public static async Task<CityServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var city = new CityServer(builder.Build());
        city._app.MapGet("/", () => Results.Content(
            $"<!doctype html><html lang=\"zh-CN\"><title>某市</title><main><h1>某市</h1></main><script src=\"{city.Script}\" defer></script></html>", "text/html; charset=utf-8"));
        await city._app.StartAsync();
        city.Origin = city._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return city;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
