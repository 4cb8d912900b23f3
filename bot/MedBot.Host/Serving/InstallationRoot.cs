namespace MedBot.Host.Serving;

/// <summary>The folder that relative paths of the configuration start from, whatever folder the program is run in.</summary>
public static class InstallationRoot
{
    private const string CheckoutMark = "MedBot.sln";

    /// <summary>The checkout that the program was built in; the program's own folder when it was published elsewhere.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    internal static string Find(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, CheckoutMark)))
                return folder.FullName;
        }

        return programFolder;
    }
}
