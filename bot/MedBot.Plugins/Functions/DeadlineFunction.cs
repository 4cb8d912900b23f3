using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="DeadlinePlugin"/> with typed parameters.</summary>
internal sealed class DeadlineFunction(FunctionDesk desk)
{
    [Description("查居民医保的集中缴费时间（集中参保期）：起止日期、还剩几天、过期后怎么办。")]
    public Answer LookUpWindow(
        [Description(Describe.Place)] string? place = null,
        [Description(Describe.Year)] int? year = null) =>
        desk.Answer(Topic.Deadline, desk.Case(place, year));
}
