using System.CommandLine;
using MedBot.Dialogs;
using MedBot.Host.Composition;
using MedBot.Host.Mcp;
using MedBot.Plugins.Functions;
using ModelContextProtocol.Server;

namespace MedBot.Host.CommandLine;

/// <summary>mcp: the Model Context Protocol over standard input and output, for an agent that starts MedBot itself. Ends when the input does.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var command = new Command("mcp", "作为 MCP 工具服务器，从标准输入输出和智能体对话");
        command.SetAction(async (parsed, cancellation) =>
        {
            var assistant = Assistant.Load(KnowledgeLocation.FromCommandLine(parsed.GetValue(CommonOptions.Knowledge)));
            var functions = new PolicyFunctions(assistant.Knowledge, assistant.Plugins, TimeProvider.System);
            var options = McpTools.Over(() => functions, TimeProvider.System);
            await using var transport = new StdioServerTransport(options);
            await using var server = McpServer.Create(transport, options);
            await server.RunAsync(cancellation);
            return 0;
        });
        return command;
    }
}
