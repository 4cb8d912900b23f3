using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="PremiumPlugin"/> with typed parameters.</summary>
internal sealed class PremiumFunction(FunctionDesk desk)
{
    [Description("查居民医保一年要交多少钱（个人缴费标准）和财政补助。")]
    public Answer LookUpPremium(
        [Description(Describe.Place)] string? place = null,
        [Description(Describe.Year)] int? year = null,
        [Description(Describe.Person)] Person? person = null) =>
        desk.Answer(Topic.Premium, desk.Case(place, year, person));
}
