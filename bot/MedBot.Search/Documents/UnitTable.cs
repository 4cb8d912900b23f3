using MedBot.Search.Postings;
using MedBot.Search.Scoring;

namespace MedBot.Search.Documents;

/// <summary>The passages of all documents, numbered through: the units that are scored and found.</summary>
internal sealed class UnitTable
{
    private readonly IReadOnlyList<SearchDocument> _documents;
    private readonly int[] _firstUnit;

    public UnitTable(IReadOnlyList<SearchDocument> documents)
    {
        _documents = documents;
        _firstUnit = new int[documents.Count + 1];
        for (var i = 0; i < documents.Count; i++)
            _firstUnit[i + 1] = _firstUnit[i] + Math.Max(1, documents[i].Passages.Length);
        Document = new int[_firstUnit[^1]];
        for (var i = 0; i < documents.Count; i++)
            Document.AsSpan(_firstUnit[i].._firstUnit[i + 1]).Fill(i);
    }

    /// <summary>Document of each unit.</summary>
    public int[] Document { get; }

    public int Count => Document.Length;

    /// <summary>Whether some document has several passages, so that passages and whole articles are scored apart.</summary>
    public bool HasArticles => Document.Length > _documents.Count;

    public int FirstUnit(int document) => _firstUnit[document];

    public int UnitCount(int document) => _firstUnit[document + 1] - _firstUnit[document];

    /// <summary>Which of its document's passages the unit is.</summary>
    public int PassageIndex(int unit) => unit - _firstUnit[Document[unit]];

    /// <summary>Where the unit lies in its document's body.</summary>
    public SearchPassage Passage(int unit)
    {
        var document = _documents[Document[unit]];
        return document.Passages.IsEmpty ? new SearchPassage("", 0, document.Body.Length) : document.Passages[PassageIndex(unit)];
    }

    public ReadOnlyMemory<char> Body(int unit)
    {
        var passage = Passage(unit);
        return _documents[Document[unit]].Body.AsMemory(passage.Start, passage.Length);
    }

    /// <summary>Fields of a unit when it stands for itself alone, title and questions included.</summary>
    public void ReadWhole(int unit, List<UnitText> into)
    {
        ReadHead(Document[unit], into);
        AddText(FieldKind.Heading, Passage(unit).Heading.AsMemory(), into);
        AddText(FieldKind.Body, Body(unit), into);
    }

    /// <summary>Fields of a passage whose article is scored apart. The article's title is to it one heading more.</summary>
    public void ReadPassage(int unit, List<UnitText> into)
    {
        AddText(FieldKind.Heading, _documents[Document[unit]].Title.AsMemory(), into);
        AddText(FieldKind.Heading, Passage(unit).Heading.AsMemory(), into);
        AddText(FieldKind.Body, Body(unit), into);
    }

    /// <summary>Fields of an article: title, questions and all passages.</summary>
    public void ReadArticle(int document, List<UnitText> into)
    {
        ReadHead(document, into);
        AddText(FieldKind.Body, _documents[document].Body.AsMemory(), into);
    }

    /// <summary>Title and questions of a document.</summary>
    public void ReadHead(int document, List<UnitText> into)
    {
        AddText(FieldKind.Title, _documents[document].Title.AsMemory(), into);
        foreach (var question in _documents[document].Questions)
            AddText(FieldKind.Question, question.AsMemory(), into);
    }

    private static void AddText(FieldKind field, ReadOnlyMemory<char> text, List<UnitText> into)
    {
        if (!text.IsEmpty)
            into.Add(new UnitText(field, text));
    }
}
