namespace MedBot.Host.Composition;

/// <summary>
/// Where knowledge/ lies: where Knowledge:Path says (relative to the working folder), else beside the binary when published,
/// else in the checkout that the binary was built from.
/// </summary>
internal static class KnowledgeLocation
{
    public static string Resolve(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Path.GetFullPath(configured);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "knowledge");
            if (Directory.Exists(Path.Combine(candidate, "sources")))
                return candidate;
        }
        return Path.Combine(AppContext.BaseDirectory, "knowledge");
    }
}
