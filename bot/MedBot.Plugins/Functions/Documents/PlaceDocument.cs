using MedBot.Policy.Records;

namespace MedBot.Plugins.Functions.Documents;

/// <summary>A place as JSON.</summary>
/// <param name="Code">Six digits; 000000 for the whole country.</param>
/// <param name="Name">河北廊坊.</param>
public sealed record PlaceDocument(string Code, string Name)
{
    public static PlaceDocument Of(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return new PlaceDocument(region.Code, region.FullName);
    }
}
