using MedBot.Search.Documents;

namespace MedBot.Search.Scoring;

/// <summary>Looks at a collection and tells which <see cref="SearchScoring"/> fits it.</summary>
public static class CollectionProfile
{
    private const int SampleSize = 2000;

    /// <summary>Entries of whose titles two fifths or more are recognised as questions are searched as questions, all else as prose.</summary>
    public static SearchScoring Choose(IReadOnlyList<SearchDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var titled = 0;
        var questions = 0;
        var step = Math.Max(1, documents.Count / SampleSize);
        for (var i = 0; i < documents.Count; i += step)
        {
            var title = documents[i].Title.AsSpan().Trim();
            if (title.IsEmpty)
                continue;
            titled++;
            if (IsQuestion(title))
                questions++;
        }

        return questions * 5 > titled * 2 ? SearchScoring.Questions : SearchScoring.Prose;
    }

    private static bool IsQuestion(ReadOnlySpan<char> title) =>
        title[^1] is '?' or '？' or '吗' or '呢' or '么'
        || title.ContainsAny(QuestionMarks);

    private static readonly System.Buffers.SearchValues<string> QuestionMarks = System.Buffers.SearchValues.Create(
        ["什么", "怎么", "如何", "哪", "多少", "多久", "多长", "几", "是否", "能不能", "可不可以", "可以", "为何", "谁", "怎样", "会不会", "有没有", "是不是", "咋", "啥"],
        StringComparison.Ordinal);
}
