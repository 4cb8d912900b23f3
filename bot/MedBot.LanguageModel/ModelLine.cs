using System.ClientModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace MedBot.LanguageModel;

/// <summary>The line to the model: its first word in time, one more try where a try may help, and none while the service is known to be down.</summary>
internal sealed class ModelLine
{
    private readonly IChatClient _client;
    private readonly ModelOptions _options;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<IAsyncEnumerator<ChatResponseUpdate>?> _opening;

    public ModelLine(IChatClient client, ModelOptions options, TimeProvider clock)
    {
        (_client, _options, _clock) = (client, options, clock);
        _opening = new ResiliencePipelineBuilder<IAsyncEnumerator<ChatResponseUpdate>?> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<IAsyncEnumerator<ChatResponseUpdate>?>
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } failure && MayPass(failure)),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(100),
                UseJitter = true,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<IAsyncEnumerator<ChatResponseUpdate>?>
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is { } failure && (failure is TimeoutException || MayPass(failure))),
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
            })
            .Build();
    }

    /// <summary>The response as it comes.</summary>
    /// <exception cref="TimeoutException">No first word in time.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions asked, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Tries together must not take longer than one may.
        using var patience = new CancellationTokenSource(_options.FirstTokenPatience, _clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var updates = await _opening.ExecuteAsync(_ => OpenAsync(messages, asked, patience, ended.Token, cancellation), cancellation);
        if (updates is null)
            yield break;
        await using (updates)
        {
            do
            {
                yield return updates.Current;
            }
            while (await updates.MoveNextAsync());
        }
    }

    /// <summary>The response from its first word on; null when it is empty.</summary>
    private async ValueTask<IAsyncEnumerator<ChatResponseUpdate>?> OpenAsync(
        IEnumerable<ChatMessage> messages, ChatOptions asked, CancellationTokenSource patience, CancellationToken ended, CancellationToken cancellation)
    {
        var updates = _client.GetStreamingResponseAsync(messages, asked, ended).GetAsyncEnumerator(ended);
        try
        {
            while (await updates.MoveNextAsync())
            {
                if (updates.Current.Contents.Count == 0 && updates.Current.FinishReason is null)
                    continue;
                patience.CancelAfter(Timeout.InfiniteTimeSpan);
                return updates;
            }
            await updates.DisposeAsync();
            return null;
        }
        catch (Exception failure)
        {
            await updates.DisposeAsync();
            if (failure is OperationCanceledException or IOException && patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
                throw new TimeoutException("The model gave no first word in time.", failure);
            throw;
        }
    }

    /// <summary>True for what may be otherwise the next time: no connection, too many requests, the service's own fault.</summary>
    private static bool MayPass(Exception failure) => failure switch
    {
        ClientResultException { Status: 0 or 408 or 429 or >= 500 } => true,
        HttpRequestException => true,
        _ => false,
    };
}
