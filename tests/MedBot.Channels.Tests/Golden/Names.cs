using System.Text.Json;
using System.Text.Json.Nodes;

namespace MedBot.Channels.Tests.Golden;

/// <summary>Values that differ from run to run, under the names that stand for them on file: {conversation}, {token}.</summary>
internal sealed class Names
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Name, string Value)> _known = [];

    public string this[string name]
    {
        set => _known.Insert(0, (name, value));
    }

    /// <summary>The values in the names' place.</summary>
    public string Fill(string text) => _known.Aggregate(text, (filled, known) => filled.Replace($"{{{known.Name}}}", known.Value, StringComparison.Ordinal));

    /// <summary>JSON as it stands on file, with the names in the values' place.</summary>
    public string Show(string json) => Hide(json.Length == 0 ? "" : JsonNode.Parse(json)!.ToJsonString(Indented));

    public string Hide(string text) => _known.Aggregate(text, (hidden, known) => hidden.Replace(known.Value, $"{{{known.Name}}}", StringComparison.Ordinal));
}
