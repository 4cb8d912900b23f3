using System.Reflection;
using MedBot.Channels.Rendering;
using MedBot.Plugins.Functions;
using MedBot.Plugins.Functions.Documents;
using MedBot.Policy.Time;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MedBot.Host.Mcp;

/// <summary>The functions as tools of the Model Context Protocol, the same over HTTP and over standard input and output.</summary>
internal static class McpTools
{
    private const string Instructions =
        "查中国城乡居民医保的政策、算报销。每个数字带口径、地区、年度、有效期和出处：转述时请保留“至少”“约”“最高”、地区和年度，并转达 warnings。"
        + "kind 为 ask_back 或 not_published 时不要补猜数字。";

    /// <param name="functions">The functions over the knowledge as it is at the moment of a call.</param>
    /// <param name="clock">Whose day in China is today.</param>
    public static McpServerOptions Over(Func<PolicyFunctions> functions, TimeProvider clock) => new()
    {
        ServerInfo = new Implementation { Name = "medbot", Title = "MedBot 医保问答", Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3) },
        ServerInstructions = Instructions,
        Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. functions().All.Select(ToolOf)] }),
            CallToolHandler = (request, cancellation) => CallAsync(functions(), clock, request.Params, cancellation),
        },
    };

    private static Tool ToolOf(AnswerFunction function) => new()
    {
        Name = function.Name,
        Description = function.Description,
        InputSchema = function.JsonSchema,
        OutputSchema = function.ReturnJsonSchema,
        Annotations = new ToolAnnotations { ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
    };

    private static async ValueTask<CallToolResult> CallAsync(PolicyFunctions functions, TimeProvider clock, CallToolRequestParams? call, CancellationToken cancellation)
    {
        if (call is null || !functions.ByName.TryGetValue(call.Name, out var function))
            throw new ModelContextProtocol.McpProtocolException($"Unknown tool: {call?.Name}", ModelContextProtocol.McpErrorCode.InvalidParams);
        var arguments = new AIFunctionArguments();
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, System.Text.Json.JsonElement>())
            arguments[name] = value;
        try
        {
            var answer = await function.AnswerAsync(arguments, cancellation);
            return new CallToolResult
            {
                Content = [new TextContentBlock { Text = PlainTextRenderer.Render(answer) }],
                StructuredContent = AnswerDocument.Of(answer, ChinaCalendar.Today(clock)).ToJson(),
            };
        }
        catch (BadArgumentException wrong)
        {
            // To the model, which can call again rightly.
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = wrong.Message }] };
        }
    }
}
