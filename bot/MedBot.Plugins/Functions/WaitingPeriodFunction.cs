using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="WaitingPeriodPlugin"/> with typed parameters.</summary>
internal sealed class WaitingPeriodFunction(FunctionDesk desk)
{
    private const int MostYears = 60;

    [Description("断缴或错过集中参保期之后的待遇等待期：等多久、从哪天起能报、补缴减多少、谁不用等。")]
    public Answer WaitingPeriod(
        [Description(Describe.Place)] string? place = null,
        [Description("断缴了几年")] int? lapsedYears = null,
        [Description("其中补缴了几年")] int? repaidYears = null,
        [Description("缴费日期，YYYY-MM-DD")] DateOnly? paymentDate = null,
        [Description("职工医保停止的日期，YYYY-MM-DD；从职工医保转来的才填")] DateOnly? employeeCoverEnded = null,
        [Description(Describe.Person)] Person? person = null) =>
        desk.Answer(Topic.LateOrLapse, desk.Case(place, person: person) with
        {
            LapsedYears = FunctionDesk.Count("lapsedYears", lapsedYears, 0, MostYears),
            RepaidYears = FunctionDesk.Count("repaidYears", repaidYears, 0, lapsedYears ?? MostYears),
            PaymentDate = paymentDate,
            EmployeeCoverEnded = employeeCoverEnded,
        });
}
