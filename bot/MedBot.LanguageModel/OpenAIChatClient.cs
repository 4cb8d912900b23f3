using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace MedBot.LanguageModel;

/// <summary>The OpenAI SDK's chat client as an <see cref="IChatClient"/>: text, function calls and their results, usage. Thread-safe. The SDK's own retries are off.</summary>
public sealed class OpenAIChatClient : IChatClient
{
    private readonly ChatClient _client;

    public OpenAIChatClient(ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = options.Key.Length == 0 ? "none" : options.Key;
        _client = new ChatClient(options.Name, new ApiKeyCredential(key), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.TurnPatience,
        });
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var calls = new SortedDictionary<int, PartialCall>();
        await foreach (var update in _client.CompleteChatStreamingAsync(messages.SelectMany(MessagesOf), OptionsOf(options), cancellationToken))
        {
            foreach (var part in update.ToolCallUpdates)
                calls.TryAdd(part.Index, new PartialCall());
            foreach (var part in update.ToolCallUpdates)
                calls[part.Index].Add(part);
            if (update.ContentUpdate.Count > 0)
                yield return new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)));
            if (update.RefusalUpdate is { Length: > 0 } refusal)
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new ErrorContent(refusal) { ErrorCode = "refusal" }]);
            if (update.Usage is { } usage)
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount })]);
            if (update.FinishReason is { } reason)
                yield return new ChatResponseUpdate { Role = ChatRole.Assistant, FinishReason = ReasonOf(reason) };
        }
        if (calls.Count > 0)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. calls.Values.Select(call => call.ToContent())]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType?.IsInstanceOfType(this) == true ? this : null;

    public void Dispose()
    {
        // The SDK's client holds nothing to be given back.
    }

    private static IEnumerable<OpenAI.Chat.ChatMessage> MessagesOf(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
            yield return new SystemChatMessage(message.Text);
        else if (message.Role == ChatRole.User)
            yield return new UserChatMessage(message.Text);
        else if (message.Role == ChatRole.Tool)
        {
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
                yield return new ToolChatMessage(result.CallId, result.Result?.ToString() ?? "");
        }
        else if (message.Contents.OfType<FunctionCallContent>().ToList() is { Count: > 0 } calls)
            yield return new AssistantChatMessage(calls.Select(call => ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, ArgumentsOf(call))));
        else
            yield return new AssistantChatMessage(message.Text);
    }

    private static BinaryData ArgumentsOf(FunctionCallContent call)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
            {
                writer.WritePropertyName(name);
                if (value is JsonElement element)
                    element.WriteTo(writer);
                else
                    writer.WriteNullValue();
            }
            writer.WriteEndObject();
        }
        return BinaryData.FromBytes(json.ToArray());
    }

    private static ChatCompletionOptions OptionsOf(ChatOptions? options)
    {
        var made = new ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens };
        foreach (var function in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            made.Tools.Add(ChatTool.CreateFunctionTool(function.Name, function.Description, BinaryData.FromString(function.JsonSchema.GetRawText())));
        return made;
    }

    private static ChatFinishReason ReasonOf(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    /// <summary>A function call that comes piece by piece.</summary>
    private sealed class PartialCall
    {
        private const int LongestArguments = 20_000;

        private readonly StringBuilder _arguments = new();
        private string _id = "";
        private string _name = "";

        public void Add(StreamingChatToolCallUpdate part)
        {
            if (part.ToolCallId is { Length: > 0 } id)
                _id = id;
            if (part.FunctionName is { Length: > 0 } name)
                _name = name;
            if (part.FunctionArgumentsUpdate is { } more && !more.ToMemory().IsEmpty)
                _arguments.Append(more);
            if (_arguments.Length > LongestArguments)
                throw new InvalidDataException("The model wrote endless arguments.");
        }

        /// <summary>Arguments that are not JSON leave the content without any and with the exception.</summary>
        public FunctionCallContent ToContent()
        {
            try
            {
                using var json = JsonDocument.Parse(_arguments.Length == 0 ? "{}" : _arguments.ToString());
                return new FunctionCallContent(_id, _name, json.RootElement.EnumerateObject().ToDictionary(argument => argument.Name, object? (argument) => argument.Value.Clone()));
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
            {
                return new FunctionCallContent(_id, _name) { Exception = unreadable };
            }
        }
    }
}
