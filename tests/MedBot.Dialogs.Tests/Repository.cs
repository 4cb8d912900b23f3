namespace MedBot.Dialogs.Tests;

/// <summary>The checkout that the tests were built in, and the bot over its knowledge.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static readonly Lazy<Assistant> LoadedAssistant = new(() => Assistant.Load(Path.Combine(Folder, "knowledge")));

    public static Assistant Assistant => LoadedAssistant.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from a build below the checkout.");
    }
}
