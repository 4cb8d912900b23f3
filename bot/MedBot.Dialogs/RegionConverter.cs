using System.Text.Json;
using System.Text.Json.Serialization;
using MedBot.Policy.Records;

namespace MedBot.Dialogs;

/// <summary>
/// A place in a state: its layers from itself up to the nation, each as [code, name, short name, level]. Written by hand
/// because a place refers to its province, which is itself for a province.
/// </summary>
internal sealed class RegionConverter : JsonConverter<Region>
{
    public override Region Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var layers = JsonDocument.ParseValue(ref reader);
        Region? place = null;
        foreach (var layer in layers.RootElement.EnumerateArray().Reverse())
        {
            place = new Region(
                layer[0].GetString() ?? throw new JsonException(),
                layer[1].GetString() ?? throw new JsonException(),
                layer[2].GetString() ?? throw new JsonException(),
                Enum.Parse<RegionLevel>(layer[3].GetString() ?? throw new JsonException()),
                place);
        }

        return place ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Region value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var layer in value.Layers())
        {
            writer.WriteStartArray();
            writer.WriteStringValue(layer.Code);
            writer.WriteStringValue(layer.Name);
            writer.WriteStringValue(layer.ShortName);
            writer.WriteStringValue(layer.Level.ToString());
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
