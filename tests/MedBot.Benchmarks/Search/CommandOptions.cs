namespace MedBot.Benchmarks.Search;

/// <summary>Reads <c>--name value</c> from a command line.</summary>
internal static class CommandOptions
{
    public static string Text(string[] arguments, string name, string otherwise) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : otherwise;

    public static int Number(string[] arguments, string name, int otherwise) =>
        int.TryParse(Text(arguments, name, ""), out var number) && number > 0 ? number : otherwise;

    /// <summary>Whether the command line holds nothing but the named options, each with a value; says on standard error what it does not know.</summary>
    public static bool AreKnown(string verb, string[] arguments, params ReadOnlySpan<string> names)
    {
        for (var i = 0; i < arguments.Length; i += 2)
            if (!names.Contains(arguments[i]) || i + 1 == arguments.Length)
            {
                Console.Error.WriteLine($"{verb}: '{arguments[i]}' {(names.Contains(arguments[i]) ? "needs a value" : "is not understood")}. Options: {string.Join(", ", names)}");
                return false;
            }

        return true;
    }
}
