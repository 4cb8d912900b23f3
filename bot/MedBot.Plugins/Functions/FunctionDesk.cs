using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Time;

namespace MedBot.Plugins.Functions;

/// <summary>What all functions share: the plugins that the dialogs ask too, the reading of places, and today in China.</summary>
internal sealed class FunctionDesk(PluginSet plugins, PlaceReader places, TimeProvider clock)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private const decimal MostYuan = 100_000_000m;

    public Inquiry Case(string? place, int? year = null, Person? person = null) => new()
    {
        Today = ChinaCalendar.Today(clock),
        Region = places.Read("place", place),
        BenefitYear = year is null or (>= FirstYear and <= LastYear) ? year : throw new BadArgumentException("year", $"应为 {FirstYear} 到 {LastYear} 的年份，而不是 {year}"),
        Persons = person is { } group ? [group] : [],
    };

    public Answer Answer(Topic topic, Inquiry inquiry) => plugins.Answer(topic, inquiry);

    public Answer Search(Inquiry inquiry) =>
        plugins.Search(inquiry) ?? new Answer(AnswerKind.NotPublished, "没有找到相关的资料。");

    public PlaceReader Places => places;

    /// <exception cref="BadArgumentException">The amount is negative or beyond any bill.</exception>
    public static decimal? Yuan(string parameter, decimal? amount) =>
        amount is null or (>= 0m and <= MostYuan) ? amount : throw new BadArgumentException(parameter, $"应为 0 到 {MostYuan:0} 元，而不是 {amount}");

    /// <exception cref="BadArgumentException">The number lies outside.</exception>
    public static int? Count(string parameter, int? number, int least, int most) =>
        number is null || (number >= least && number <= most) ? number : throw new BadArgumentException(parameter, $"应为 {least} 到 {most}，而不是 {number}");
}
