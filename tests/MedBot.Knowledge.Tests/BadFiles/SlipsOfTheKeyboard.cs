namespace MedBot.Knowledge.Tests.BadFiles;

/// <summary>Whatever a slip makes of a file, it loads or is told as a problem; the program never falls over it.</summary>
public sealed class SlipsOfTheKeyboard
{
    public static TheoryData<string, string> Files() => new()
    {
        { KnowledgeFolder.Table, KnowledgeFolder.GoodTable },
        { KnowledgeFolder.Article, KnowledgeFolder.GoodArticle },
        { KnowledgeFolder.Conflicts, KnowledgeFolder.GoodConflicts },
        { KnowledgeFolder.Region, "code: \"131000\"\nname: 廊坊市\n" },
        { KnowledgeFolder.Source, "title: 通知\nconfidence: official\n" },
    };

    [Theory, MemberData(nameof(Files))]
    public void AFileThatBreaksOffAnywhere(string file, string text) =>
        LoadsOrTells(file, Enumerable.Range(0, text.Length).Select(length => text[..length]));

    [Theory, MemberData(nameof(Files))]
    public void AStrayCharacterAnywhere(string file, string text) =>
        LoadsOrTells(file, from at in Enumerable.Range(0, text.Length) from stray in "{\":\t" select text.Insert(at, stray.ToString()));

    [Theory, MemberData(nameof(Files))]
    public void AMissingLineAnywhere(string file, string text)
    {
        var lines = text.Split('\n');
        LoadsOrTells(file, Enumerable.Range(0, lines.Length).Select(missing => string.Join('\n', lines.Where((_, at) => at != missing))));
    }

    private static void LoadsOrTells(string file, IEnumerable<string> texts)
    {
        using var folder = new KnowledgeFolder();
        foreach (var text in texts)
        {
            folder.Write(file, text);
            try
            {
                folder.Load();
            }
            catch (KnowledgeException told)
            {
                Assert.All(told.Problems, problem => Assert.InRange(problem.Line, 1, int.MaxValue));
            }
            catch (Exception crash)
            {
                Assert.Fail($"{crash.GetType().Name} instead of a problem told, at:\n{text}\n{crash}");
            }
        }
    }
}
