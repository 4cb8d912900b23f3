namespace MedBot.Benchmarks.Search;

/// <summary>Reads <c>--name value</c> from a command line.</summary>
internal static class CommandOptions
{
    public static string Text(string[] arguments, string name, string otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : otherwise;

    public static int Number(string[] arguments, string name, int otherwise) =>
        int.TryParse(Text(arguments, name, ""), out var number) && number > 0 ? number : otherwise;
}
