using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins;

/// <summary>Being late: a newborn's case has rules of its own, everybody else's is the waiting period.</summary>
public sealed class LatePlugin(IPlugin newborn, IPlugin waitingPeriod) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return (inquiry.Is(Person.Newborn) ? newborn : waitingPeriod).Answer(inquiry);
    }
}
