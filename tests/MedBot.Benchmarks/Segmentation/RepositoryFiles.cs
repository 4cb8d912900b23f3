using System.Text;

namespace MedBot.Benchmarks.Segmentation;

/// <summary>Where the checkout is that this program was built from, and the texts in it.</summary>
internal static class RepositoryFiles
{
    private const int ParagraphLength = 300;

    /// <summary>The folder of <c>MedBot.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where npm packages to compare with are looked for.</summary>
    public static string Peers { get; } = Path.Combine(Root, ".cache", "peers");

    /// <summary>
    /// Paragraphs of some hundred characters, <paramref name="bytes"/> of UTF-8 together: sentences of the articles that the bot answers from, each
    /// followed by a clause of words drawn by chance, common ones more often, so that no two passages are alike. Always the same ones.
    /// </summary>
    public static IEnumerable<string> Paragraphs(int bytes)
    {
        var sentences = Articles().SelectMany(line => line.Split('。')).Where(sentence => sentence.Length > 0).ToArray();
        var random = new Random(1);
        var words = new WordLottery(Path.Combine(Root, ".cache", "npm", "node-rs-jieba-2.0.3.tgz-unpacked", "dict.txt"), random);
        var paragraph = new StringBuilder();
        while (bytes > 0)
        {
            random.Shuffle(sentences);
            foreach (var sentence in sentences)
            {
                paragraph.Append(sentence).Append('，');
                for (var i = random.Next(6, 16); i > 0; i--)
                    paragraph.Append(words.Draw());
                paragraph.Append('。');
                if (paragraph.Length < ParagraphLength)
                    continue;
                yield return paragraph.ToString();
                bytes -= Encoding.UTF8.GetByteCount(paragraph.ToString()) + 1;
                paragraph.Clear();
            }
        }
    }

    // What stands below the front matter.
    private static IEnumerable<string> Articles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "knowledge", "articles"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(path => File.ReadLines(path).Skip(1).SkipWhile(line => line != "---").Skip(1));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No MedBot.sln above {AppContext.BaseDirectory}: run this program from a checkout.");
    }
}
