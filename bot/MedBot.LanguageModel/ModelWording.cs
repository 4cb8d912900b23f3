using System.Collections.Immutable;
using MedBot.Dialogs;
using MedBot.LanguageModel.Fence;
using MedBot.Policy.Answers;
using MedBot.Understanding;
using Microsoft.Extensions.AI;

namespace MedBot.LanguageModel;

/// <summary>
/// Lets a language model word a turn. The dialog answers first, as it always does; the model may call functions and rewrite
/// the answer, sentence by sentence through the fence. Whatever goes wrong, the dialog's answer stands. Thread-safe.
/// </summary>
/// <param name="client">The model.</param>
/// <param name="options">Limits.</param>
/// <param name="counters">Where it is counted.</param>
/// <param name="mask">Takes personal numbers out of what is sent.</param>
/// <param name="clock">For the limits of time.</param>
public sealed class ModelWording(IChatClient client, ModelOptions options, ModelCounters counters, Func<string, string> mask, TimeProvider clock)
{
    private readonly ModelLine _line = new(client, options, clock);

    /// <summary>True when the model may word the turn: questions that are ours, and nothing else.</summary>
    public static bool MayWord(TurnResult plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        return !plain.Replies.IsEmpty && plain.Replies.All(MayBeWorded);
    }

    /// <summary>The turn in the model's words; null when the dialog's own stand.</summary>
    /// <param name="scene">The knowledge.</param>
    /// <param name="state">The conversation before the turn.</param>
    /// <param name="message">What the resident typed.</param>
    /// <param name="plain">What the dialog made of it.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="onProgress">Told of the answer so far, with its label, each time a sentence has passed; the result may yet be null.</param>
    /// <param name="cancellation">Gives up the turn.</param>
    public async Task<TurnResult?> WordAsync(
        ModelScene scene, ConversationState state, string message, TurnResult plain, DateOnly today, Action<Answer>? onProgress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(state);
        if (!MayWord(plain))
            return null;
        counters.Turn();
        using var patience = new CancellationTokenSource(options.TurnPatience, clock);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var turn = new WordedTurn(scene, plain, message, today);
            var failed = await RunAsync(turn, ModelPrompt.Of(state, mask(message), plain, today), onProgress, ended.Token);
            if (failed is null)
                return turn.Result();
            counters.FellBack(failed.Value);
        }
        catch (Exception slow) when (slow is TimeoutException || (slow is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            counters.FellBack(Fallback.Slow);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever a service of somebody else's does wrong, the resident is answered.
            counters.FellBack(Fallback.Failed);
        }
        return null;
    }

    /// <summary>What belongs to others, greetings and wishes to forget are never reworded.</summary>
    private static bool MayBeWorded(Reply reply) =>
        reply.Request.Act is SpeechAct.Ask or SpeechAct.Vary or SpeechAct.Correct or SpeechAct.FillIn && reply.Answer.Kind != AnswerKind.OutOfScope;

    private async Task<Fallback?> RunAsync(WordedTurn turn, List<ChatMessage> messages, Action<Answer>? onProgress, CancellationToken cancellation)
    {
        var asked = new ChatOptions { Tools = [.. turn.Functions.All], MaxOutputTokens = options.MostOutputTokens };
        for (var round = 1; round <= options.MostRounds; round++)
        {
            var (calls, failed) = await ListenAsync(turn, messages, asked, onProgress, cancellation);
            if (failed is not null)
                return failed;
            if (calls.IsEmpty)
                return turn.IsEmpty ? Fallback.Refused : null;
            messages.Add(new ChatMessage(ChatRole.Assistant, [.. calls]));
            foreach (var call in calls)
            {
                if (turn.Calls >= options.MostCalls || !turn.IsNew(call))
                    return Fallback.Looping;
                counters.Call(turn.Functions.ByName.ContainsKey(call.Name) ? call.Name : "unknown");
                messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, await turn.CallAsync(call, cancellation))]));
            }
        }
        return Fallback.Looping;
    }

    /// <summary>One response of the model: its sentences go through the fence as they come.</summary>
    private async Task<(ImmutableArray<FunctionCallContent> Calls, Fallback? Failed)> ListenAsync(
        WordedTurn turn, List<ChatMessage> messages, ChatOptions asked, Action<Answer>? onProgress, CancellationToken cancellation)
    {
        var calls = ImmutableArray.CreateBuilder<FunctionCallContent>();
        var cutter = new SentenceCutter();
        var reason = ChatFinishReason.Stop;
        turn.Begin();
        await foreach (var update in _line.AskAsync(messages, asked, cancellation))
        {
            reason = update.FinishReason ?? reason;
            foreach (var content in update.Contents)
            {
                if (content is FunctionCallContent call)
                    calls.Add(call);
                else if (content is ErrorContent)
                    return ([], Fallback.Refused);
                else if (content is UsageContent { Details: var usage })
                    counters.Tokens(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
                else if (content is TextContent text && Pass(turn, cutter.Take(text.Text), onProgress) is { } breach)
                    return ([], breach);
            }
            if (turn.Length + cutter.Rest.Length > options.LongestText)
                return ([], Fallback.TooLong);
        }
        if (reason == ChatFinishReason.ContentFilter)
            return ([], Fallback.Refused);
        // A sentence that a limit cut off may lack what bounds its figure.
        if (reason == ChatFinishReason.Length)
            return ([], Fallback.TooLong);
        return calls.Count > 0 ? (calls.ToImmutable(), null) : ([], Pass(turn, string.IsNullOrWhiteSpace(cutter.Rest) ? [] : [cutter.Rest], onProgress));
    }

    private Fallback? Pass(WordedTurn turn, IEnumerable<string> sentences, Action<Answer>? onProgress)
    {
        foreach (var sentence in sentences)
        {
            var breach = turn.Take(sentence);
            counters.Sentence(breach);
            if (breach is not null)
                return Fallback.Fenced;
            onProgress?.Invoke(turn.SoFar());
        }
        return null;
    }
}
