using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;

namespace MedBot.Understanding.Tests;

/// <summary>The interpreter over this checkout's lexicon, built once for all tests.</summary>
internal static class Bot
{
    /// <summary>The day that all tests and labelled questions are read on.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 21);

    /// <summary>The folder with MedBot.sln.</summary>
    public static string Checkout { get; } = FindCheckout();

    public static string Knowledge { get; } = Path.Combine(Checkout, "knowledge");

    public static RegionDirectory Regions { get; } = RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));

    public static Lexicon Lexicon { get; } = Lexicon.Load(Knowledge);

    public static Interpreter Interpreter { get; } = new(Lexicon, Regions);

    /// <summary>The requests of a message that opens a conversation.</summary>
    public static IReadOnlyList<Request> Read(string message) => Interpreter.Interpret(message, Context.Empty, Today);

    /// <summary>The one request of a message that opens a conversation.</summary>
    public static Request ReadOne(string message) => Assert.Single(Read(message));

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("MedBot.sln stands in no folder above the tests.");
    }
}
