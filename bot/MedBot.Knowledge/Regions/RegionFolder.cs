namespace MedBot.Knowledge.Regions;

/// <summary>A place's folder below knowledge/regions, named by code and pinyin: regions/131000-langfang.</summary>
internal static class RegionFolder
{
    public const string Form = "放在 regions/代码-拼音/resident/ 下，如 regions/131000-langfang/resident/";

    /// <summary>The code that a file's folder begins with, or null when the file lies elsewhere or the folder begins otherwise.</summary>
    /// <param name="file">Path below knowledge/, with forward slashes.</param>
    public static string? CodeOf(string file) =>
        file.Split('/') is ["regions", { Length: > 7 } folder, _, ..] && folder[6] == '-' && folder[..6].All(char.IsAsciiDigit) ? folder[..6] : null;
}
