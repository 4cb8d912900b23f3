namespace MedBot.Policy.Settlement;

/// <summary>The one place where money is rounded: to the fen, half a fen upwards.</summary>
public static class Fen
{
    public static decimal Round(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
}
