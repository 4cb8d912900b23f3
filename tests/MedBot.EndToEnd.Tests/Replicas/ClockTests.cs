using MedBot.Channels.Turns;
using MedBot.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>Three web hosts on a real PostgreSQL, each with a clock of its own that is set while residents talk.</summary>
[Collection(ReplicasCollection.Name)]
public sealed class ClockTests(PostgresHome postgres)
{
    [Fact]
    public async Task ClocksThatJumpForwardsAndBackLoseAndDoubleNothing()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        var clocks = Enumerable.Range(0, 3).Select(_ => new JumpingClock()).ToList();
        var hosts = new List<WebApplication>();
        try
        {
            foreach (var clock in clocks)
                hosts.Add(await StartAsync(database, clock));
            await using var load = await Load.StartAsync([.. hosts.Select(AddressOf)]);

            await AfterAsync(load, () => clocks[0].Jump(TimeSpan.FromMinutes(20)));
            await AfterAsync(load, () => clocks[1].Jump(TimeSpan.FromMinutes(-20)));
            // Past every token's lifetime: clients come back with what resumes their conversation.
            await AfterAsync(load, () => clocks.ForEach(clock => clock.Jump(TimeSpan.FromHours(3))));
            await AfterAsync(load, () => clocks.ForEach(clock => clock.Jump(TimeSpan.FromHours(-3))));
            // A clock that shows another year for a while, as after a battery failed.
            await AfterAsync(load, () => clocks[2].Jump(TimeSpan.FromDays(-3650)));
            await AfterAsync(load, () => clocks[2].Jump(TimeSpan.FromDays(3650)));

            await load.AdvanceAsync(100);
            (await load.AuditAsync()).Print("clocks set six times");
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.StopAsync(TestContext.Current.CancellationToken);
                await host.DisposeAsync();
            }
        }
    }

    private static async Task AfterAsync(Load load, Action jump)
    {
        await load.AdvanceAsync(100);
        jump();
    }

    private static async Task<WebApplication> StartAsync(string database, JumpingClock clock)
    {
        string[] settings = ["--urls", "http://127.0.0.1:0", "--ConnectionStrings:Conversations", database, "--Logging:LogLevel:Default", "None"];
        var host = MedBotWebHost.Build(settings, services => services.AddSingleton<IDialog, ScriptedDialog>().AddSingleton<TimeProvider>(clock));
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    private static Uri AddressOf(WebApplication host) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
