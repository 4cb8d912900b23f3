using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MedBot.Knowledge.Records;
using MedBot.Knowledge.Regions;
using MedBot.Knowledge.Yaml;

namespace MedBot.Knowledge.Articles;

/// <summary>Reads an article: front matter between two lines of ---, a heading, a first paragraph that answers, then particulars.</summary>
internal sealed class ArticleReader(RecordReader records, RegionDirectory regions)
{
    private const string Fence = "---";

    public Article Read(string file, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
            throw new KnowledgeException(new KnowledgeProblem(file, 1, "文章没有开头的说明", $"第一行和说明末尾各有一行 {Fence}"));

        var front = YamlMap.Parse(file, string.Join('\n', lines[1..end]), lineOffset: 1);
        var code = front.Text("region", "六位行政区划代码，全国为 000000");
        var region = regions.Find(code) ?? throw front.Wrong("region", code, "六位行政区划代码，全国为 000000");
        var record = records.Read(front, region);
        var figures = front.Maps("figures").Select(new FigureReader(record).Free).ToImmutableArray();
        var (title, paragraphs) = ReadBody(file, lines, end + 1);
        var article = new Article(
            record,
            title,
            [.. front.Texts("topics").Select(word => Vocabulary.Topics.TryGetValue(word, out var topic) ? topic : throw front.Wrong("topics", word, string.Join("、", Vocabulary.Topics.Keys)))],
            front.OptionalChoice("channel", Vocabulary.Channels),
            [.. Vocabulary.Persons(front)],
            front.OptionalYesNo("lead") ?? false,
            front.Texts("questions"),
            paragraphs[0],
            paragraphs[1..],
            string.Join('\n', lines[(end + 1)..]),
            figures,
            front.Texts("follow_ups"));
        front.End();
        if (article.Topics.IsEmpty)
            throw front.WrongHere("文章没有主题", $"topics: {string.Join("、", Vocabulary.Topics.Keys)} 中的一个或几个");
        RecordReader.RequireBackedNumbers(front, record, figures, [title, .. paragraphs, .. record.Note is { } note ? [note] : Array.Empty<string>()]);
        return article;
    }

    private static (string Title, ImmutableArray<string> Paragraphs) ReadBody(string file, string[] lines, int from)
    {
        var document = Markdown.Parse(string.Join('\n', lines[from..]));
        var title = document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1)
            ?? throw new KnowledgeException(new KnowledgeProblem(file, from + 1, "文章没有标题", "一行“# 标题”"));
        var paragraphs = document.Descendants<LeafBlock>()
            .Where(block => block is ParagraphBlock or HeadingBlock { Level: > 1 })
            .Select(PlainText)
            .Where(text => text.Length > 0)
            .ToImmutableArray();
        return paragraphs.IsEmpty
            ? throw new KnowledgeException(new KnowledgeProblem(file, from + 1, "文章没有正文", "标题下先写一段直接回答"))
            : (PlainText(title), paragraphs);
    }

    private static string PlainText(LeafBlock block) =>
        block.Inline is null ? "" : string.Concat(block.Inline.Descendants<LeafInline>().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => "",
            _ => "",
        })).Trim();
}
