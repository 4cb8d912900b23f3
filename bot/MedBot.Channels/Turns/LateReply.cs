using System.Text.Json;
using MedBot.Channels.Activities;

namespace MedBot.Channels.Turns;

/// <summary>A reply whose sender had stopped waiting when it was ready.</summary>
internal static class LateReply
{
    private const string Property = "late";

    private static readonly JsonElement Data = JsonElement.Parse("""{"late":true}""");

    public static Activity Mark(Activity reply) => reply with { ChannelData = Data };

    public static bool Is(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(Property, out _);
}
