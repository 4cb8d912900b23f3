using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="ContactPlugin"/> with typed parameters.</summary>
internal sealed class ContactFunction(FunctionDesk desk)
{
    [Description("该找谁、电话多少：医保、税务、社保卡的热线和当地窗口。")]
    public Answer LookUpContact([Description(Describe.Place)] string? place = null) => desk.Answer(Topic.Contact, desk.Case(place));
}
