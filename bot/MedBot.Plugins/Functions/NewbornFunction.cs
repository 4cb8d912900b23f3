using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="NewbornPlugin"/> with typed parameters.</summary>
internal sealed class NewbornFunction(FunctionDesk desk)
{
    [Description("新生儿怎么参保：最迟哪天、怎么办、交多少、从哪天起能报、晚了怎么办。")]
    public Answer EnrolNewborn(
        [Description(Describe.Place)] string? place = null,
        [Description("出生日期，YYYY-MM-DD")] DateOnly? birthDate = null,
        [Description("打算缴费或已经缴费的日期，YYYY-MM-DD")] DateOnly? paymentDate = null) =>
        desk.Answer(Topic.Newborn, desk.Case(place, person: Person.Newborn) with { BirthDate = birthDate, PaymentDate = paymentDate });
}
