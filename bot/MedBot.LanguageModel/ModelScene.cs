using MedBot.Dialogs;
using MedBot.LanguageModel.Fence;
using MedBot.Plugins.Functions;

namespace MedBot.LanguageModel;

/// <summary>What a turn is taken over: one state of the knowledge, for the dialog, the functions and the fence alike.</summary>
public sealed record ModelScene(DialogEngine Dialogs, PolicyFunctions Functions, FenceVocabulary Vocabulary)
{
    private volatile ReaderOfDay? _reader;

    internal SentenceReader ReaderOn(DateOnly today)
    {
        if (_reader is not { } kept || kept.Day != today)
            _reader = kept = new ReaderOfDay(today, new SentenceReader(Vocabulary, today));
        return kept.Reader;
    }

    private sealed record ReaderOfDay(DateOnly Day, SentenceReader Reader);
}
