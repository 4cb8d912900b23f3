namespace MedBot.Benchmarks.Search;

/// <summary>What the command line of <c>search</c> says.</summary>
internal sealed record SearchArguments(string Documents, int Top, bool Explain)
{
    public static bool TryParse(string[] arguments, TextWriter errors, out SearchArguments parsed)
    {
        string? documents = null;
        var top = 10;
        var explain = false;
        parsed = new SearchArguments("", top, explain);
        for (var i = 0; i < arguments.Length; i++)
            switch (arguments[i])
            {
                case "--docs" when i + 1 < arguments.Length:
                    documents = arguments[++i];
                    break;
                case "--top" when i + 1 < arguments.Length && int.TryParse(arguments[i + 1], out top) && top is > 0 and <= 1000:
                    i++;
                    break;
                case "--explain":
                    explain = true;
                    break;
                default:
                    errors.WriteLine($"search: '{arguments[i]}' is not understood. Usage: search --docs FILE.tsv [--top 1..1000] [--explain]");
                    return false;
            }

        if (documents is null || !File.Exists(documents))
        {
            errors.WriteLine(documents is null ? "search: --docs FILE.tsv is missing." : $"search: there is no file {documents}.");
            return false;
        }

        parsed = new SearchArguments(documents, top, explain);
        return true;
    }
}
