using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>A Connector channel whose replies go out by themselves, from replicas that die.</summary>
[Collection(ReplicasCollection.Name)]
public sealed class ConnectorTests(PostgresHome postgres)
{
    private const int Conversations = 6, Messages = 40, Kills = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private int _next;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EachMessageThatWasTakenIsRepliedToInOrderThoughReplicasDie()
    {
        await using var receiver = await ReplyReceiver.StartAsync();
        await using var cluster = await Cluster.StartAsync(await postgres.Server.CreateDatabaseAsync(), Cancellation);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(20) };
        var taken = 0;

        var talking = Enumerable.Range(0, Conversations).Select(async conversation =>
        {
            for (var message = 0; message < Messages; message++)
            {
                await PostAsync(client, cluster.Addresses, Activity($"c{conversation}", $"m{message}", receiver.Address));
                Interlocked.Increment(ref taken);
            }
        }).ToList();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await UntilAsync(() => taken >= kill * Conversations * Messages / (Kills + 1));
            await cluster.Replicas[kill].KillAsync();
        }

        await Task.WhenAll(talking);
        var names = Enumerable.Range(0, Conversations).Select(conversation => $"c{conversation}").ToImmutableArray();
        await UntilAsync(() => names.All(name => receiver.Replied(name).Distinct().Count() == Messages));

        var sent = Enumerable.Range(0, Messages).Select(message => $"m{message}").ToList();
        Assert.All(names, name => Assert.Equal(sent, receiver.Replied(name).Distinct()));
        // A reply that arrived while its sender died is sent again, and there can be no more of these than were under way.
        var again = names.Sum(name => receiver.Replied(name).Count) - Conversations * Messages;
        Assert.InRange(again, 0, Kills * Conversations);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Kills} kills: {Conversations * Messages} messages taken, each replied to in order, {again} replies sent again.");
    }

    private async Task PostAsync(HttpClient client, ImmutableArray<Uri> replicas, JsonObject activity)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                var replica = replicas[(int)((uint)Interlocked.Increment(ref _next) % (uint)replicas.Length)];
                using var answer = await client.PostAsJsonAsync(new Uri(replica, "/api/messages"), activity, late.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                // The next replica.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), late.Token);
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), late.Token);
    }

    private static JsonObject Activity(string conversation, string id, string service) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "webchat",
        ["serviceUrl"] = service,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = "user-1", ["role"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1", ["role"] = "bot" },
        ["text"] = "什么时候截止",
    };
}
