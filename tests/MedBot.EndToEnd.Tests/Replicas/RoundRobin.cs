using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>
/// The plainest load balancer: each call goes to the next replica, whoever it is from, and to the one after when that
/// fails. No session sticks to a replica. Thread-safe.
/// </summary>
internal sealed class RoundRobin : IDisposable
{
    /// <summary>After this time without an answer a call counts as never answered.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ImmutableArray<Uri> _replicas;
    private int _next;
    private int _failures;

    public RoundRobin(ImmutableArray<Uri> replicas) => Ready = _replicas = replicas;

    /// <summary>Calls that failed and were made again.</summary>
    public int Failures => _failures;

    /// <summary>Replicas that are ready; all of them unless somebody asks (<see cref="ProbeAsync"/>).</summary>
    public ImmutableArray<Uri> Ready { get; private set; }

    /// <summary>The answer's body, once a replica gives one with a status of success, or with the one that is also taken for an answer.</summary>
    public async Task<(int Status, JsonNode Body)> CallAsync(HttpMethod method, string path, string? token, JsonNode? body, CancellationToken cancellation, int alsoTaken = 0)
    {
        using var late = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(Next(), path)) { Content = body is null ? null : JsonContent.Create(body) };
                if (token is not null)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var answer = await _client.SendAsync(request, either.Token);
                if (answer.IsSuccessStatusCode || (int)answer.StatusCode == alsoTaken)
                    return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(either.Token))!);
                Assert.True((int)answer.StatusCode >= 500, $"{method} {path} was refused with {(int)answer.StatusCode}.");
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException || (gone is OperationCanceledException && !either.IsCancellationRequested))
            {
                // The replica is down, or it died with the call in its hands.
            }

            Interlocked.Increment(ref _failures);
            await Task.Delay(Pause, either.Token);
        }
    }

    /// <summary>Asks each replica whether it is ready, again and again, as a load balancer does.</summary>
    public async Task ProbeAsync(TimeSpan every, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var ready = await Task.WhenAll(_replicas.Select(IsReadyAsync));
            Ready = [.. _replicas.Zip(ready).Where(pair => pair.Second).Select(pair => pair.First)];
            await Task.Delay(every, until).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public async Task<bool> IsReadyAsync(Uri replica)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(replica, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();

    private Uri Next()
    {
        var ready = Ready;
        return ready.IsEmpty ? _replicas[0] : ready[(int)((uint)Interlocked.Increment(ref _next) % (uint)ready.Length)];
    }
}
