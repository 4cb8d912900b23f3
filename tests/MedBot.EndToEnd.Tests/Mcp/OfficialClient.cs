using System.Diagnostics;
using System.Text.Json;

namespace MedBot.EndToEnd.Tests.Mcp;

/// <summary>Runs client.mjs on the pinned packages of the official TypeScript SDK, each a folder of the build's cache.</summary>
internal static class OfficialClient
{
    private static readonly Dictionary<string, string> Packages = new()
    {
        ["@modelcontextprotocol/sdk"] = "modelcontextprotocol-sdk-1.32.2",
        ["zod"] = "zod-3.25.76",
        ["zod-to-json-schema"] = "zod-to-json-schema-3.25.1",
        ["ajv"] = "ajv-8.17.1",
        ["ajv-formats"] = "ajv-formats-3.0.1",
        ["fast-deep-equal"] = "fast-deep-equal-3.1.3",
        ["fast-uri"] = "fast-uri-3.0.6",
        ["json-schema-traverse"] = "json-schema-traverse-1.0.0",
        ["require-from-string"] = "require-from-string-2.0.2",
        ["eventsource-parser"] = "eventsource-parser-3.0.6",
        ["pkce-challenge"] = "pkce-challenge-5.0.0",
        ["cross-spawn"] = "cross-spawn-7.0.6",
        ["path-key"] = "path-key-3.1.1",
        ["shebang-command"] = "shebang-command-2.0.0",
        ["shebang-regex"] = "shebang-regex-3.0.0",
        ["which"] = "which-2.0.2",
        ["isexe"] = "isexe-2.0.0",
        ["content-type"] = "content-type-1.0.5",
    };

    /// <summary>What the client saw.</summary>
    public static async Task<JsonElement> RunAsync(CancellationToken cancellation, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-mcp-").FullName;
        try
        {
            var script = Path.Combine(folder, "client.mjs");
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Mcp", "client.mjs"), script);
            foreach (var (name, unpacked) in Packages)
            {
                var link = Path.Combine(folder, "node_modules", name);
                Directory.CreateDirectory(Path.GetDirectoryName(link)!);
                Directory.CreateSymbolicLink(link, Path.Combine(Cache(), unpacked + ".tgz-unpacked"));
            }
            // Packages are to find each other by where they are linked, not by where they lie.
            using var node = Process.Start(new ProcessStartInfo("node", ["--preserve-symlinks", "--preserve-symlinks-main", script, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            })!;
            var errors = node.StandardError.ReadToEndAsync(cancellation);
            var output = await node.StandardOutput.ReadToEndAsync(cancellation);
            await node.WaitForExitAsync(cancellation);
            return node.ExitCode == 0 ? JsonElement.Parse(output) : throw new InvalidOperationException(await errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Cache()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return Path.Combine(folder.FullName, ".cache", "npm");
        }
        throw new InvalidOperationException("The tests run from a checkout: no folder above the binaries holds MedBot.sln.");
    }
}
