namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>What the loader must tell about a mistake: where, what stands there, what should.</summary>
internal static class Told
{
    public static void Once(KnowledgeFolder folder, string file, int line, string problem, string expected)
    {
        var told = Assert.Single(folder.Problems());

        Assert.Equal((file, line), (told.File, told.Line));
        Assert.Contains(problem, told.Problem, StringComparison.Ordinal);
        Assert.Contains(expected, told.Expected, StringComparison.Ordinal);
    }
}
