using MedBot.Policy.Answers;

namespace MedBot.Plugins;

/// <summary>Answers one sort of question from records and calculations. Pure and thread-safe.</summary>
public interface IPlugin
{
    Answer Answer(Inquiry inquiry);
}
