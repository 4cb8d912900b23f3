namespace MedBot.Benchmarks.Load;

/// <summary>One resident's client: a conversation that takes one turn after the other.</summary>
internal interface ITurnClient : IAsyncDisposable
{
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Sends a message and returns when its first reply is here.</summary>
    /// <exception cref="HttpRequestException">It was not accepted.</exception>
    /// <exception cref="TimeoutException">No reply came in time.</exception>
    Task TurnAsync(string text, CancellationToken cancellation);

    /// <summary>Messages so far that came back more often than once.</summary>
    int Doubled { get; }
}
