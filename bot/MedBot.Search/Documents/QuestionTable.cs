using MedBot.Search.Analysis;

namespace MedBot.Search.Documents;

/// <summary>Finds the documents that store a question, or bear it as their title, by its <see cref="QuestionForm"/>.</summary>
internal sealed class QuestionTable
{
    private readonly Dictionary<ulong, int[]> _documents = [];

    public QuestionTable(IReadOnlyList<SearchDocument> documents)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            Add(documents[i].Title, i);
            foreach (var question in documents[i].Questions)
                Add(question, i);
        }
    }

    /// <summary>The documents that store the question, in their order.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> question) =>
        QuestionForm.Of(question) is not 0 and var form && _documents.TryGetValue(form, out var documents) ? documents : [];

    private void Add(string question, int document)
    {
        if (QuestionForm.Of(question) is not 0 and var form && (!_documents.TryGetValue(form, out var known) || known[^1] != document))
            _documents[form] = known is null ? [document] : [.. known, document];
    }
}
