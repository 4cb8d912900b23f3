using System.Text.Json;
using System.Text.Json.Nodes;
using MedBot.Policy.Answers;

namespace MedBot.Plugins.Functions.Documents;

/// <summary>Where it is written, as JSON.</summary>
public sealed record CitationDocument(string Title, string Document, string? Address)
{
    public static CitationDocument Of(Citation citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return new CitationDocument(citation.Title, citation.Document, citation.Address);
    }

    public JsonNode? ToJson() => JsonSerializer.SerializeToNode(this, FunctionJson.Readable.GetTypeInfo(typeof(CitationDocument)));
}
