using MedBot.Dialogs;
using MedBot.Plugins.Functions;

namespace MedBot.Host.Composition;

/// <summary>The functions over the knowledge as it was read last. Thread-safe.</summary>
internal sealed class LiveFunctions(LiveKnowledge knowledge, TimeProvider clock)
{
    private volatile Made? _made;

    public PolicyFunctions Current
    {
        get
        {
            var assistant = knowledge.Current;
            if (_made is not { } made || !ReferenceEquals(made.Of, assistant))
                _made = made = new Made(assistant, new PolicyFunctions(assistant.Knowledge, assistant.Plugins, clock));
            return made.Functions;
        }
    }

    private sealed record Made(Assistant Of, PolicyFunctions Functions);
}
