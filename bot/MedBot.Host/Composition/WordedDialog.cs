using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Knowledge.Lexicons;
using MedBot.LanguageModel;
using MedBot.LanguageModel.Fence;
using MedBot.Policy.Answers;

namespace MedBot.Host.Composition;

/// <summary>The dialog with a language model behind it: answers at once as ever, and in the model's words when these come and hold.</summary>
internal sealed class WordedDialog(LiveKnowledge knowledge, LiveFunctions functions, IConfiguration configuration, ModelWording wording) : IDialog
{
    private volatile Made? _made;

    public Answer Greeting() => knowledge.Greeting();

    public TurnResult Take(ConversationState state, string message, DateOnly today) => knowledge.Take(state, message, today);

    /// <summary>The turn in the model's words. Null when it is none that a model may word; null in the task when its words did not hold.</summary>
    public Task<TurnResult?>? Elaborate(
        ConversationState state, string message, TurnResult first, DateOnly today, Action<Answer>? onProgress, CancellationToken cancellation) =>
        ModelWording.MayWord(first) ? wording.WordAsync(Scene(), state, message, first, today, onProgress, cancellation) : null;

    private ModelScene Scene()
    {
        var assistant = knowledge.Current;
        if (_made is not { } made || !ReferenceEquals(made.Of, assistant))
        {
            var vocabulary = new FenceVocabulary(assistant.Knowledge.Regions, Lexicon.Load(KnowledgeLocation.From(configuration)));
            _made = made = new Made(assistant, new ModelScene(assistant.Dialogs, functions.Current, vocabulary));
        }
        return made.Scene;
    }

    private sealed record Made(Assistant Of, ModelScene Scene);
}
