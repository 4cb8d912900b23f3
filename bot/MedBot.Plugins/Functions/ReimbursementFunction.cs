using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary><see cref="ReimbursementPlugin"/> with typed parameters.</summary>
internal sealed class ReimbursementFunction(FunctionDesk desk)
{
    [Description("按政策算一笔医药费能报多少、自己付多少，逐步列出：合规费用、起付线、比例、封顶线、大病保险、医疗救助。")]
    public Answer CalculateReimbursement(
        [Description("总费用，元")] decimal totalYuan,
        [Description(Describe.Place)] string? place = null,
        [Description(Describe.Level)] HospitalLevel? hospitalLevel = null,
        [Description("看病的种类；不填为住院")] CareKind? care = null,
        [Description(Describe.Person)] Person? person = null,
        [Description("其中目录外全自费的部分，元")] decimal? selfPaidYuan = null,
        [Description("其中超限价自费的部分，元")] decimal? overLimitYuan = null,
        [Description("其中乙类药品和项目，元")] decimal? classBYuan = null,
        [Description("今年基本医保已经报过的，元")] decimal? paidThisYearYuan = null,
        [Description("今年第几次住院，从 1 起")] int? stayOfYear = null,
        [Description("在参保地以外就医为 true")] bool elsewhere = false,
        [Description("异地就医的情形，原话，如“跨省转诊”“长期居住备案”")] string? situation = null,
        [Description(Describe.Year)] int? year = null) =>
        desk.Answer(Topic.Calculate, desk.Case(place, year, person) with
        {
            AmountYuan = FunctionDesk.Yuan("totalYuan", totalYuan),
            HospitalLevel = hospitalLevel,
            Care = care,
            SelfPaidYuan = Part("selfPaidYuan", selfPaidYuan, totalYuan),
            OverLimitYuan = Part("overLimitYuan", overLimitYuan, totalYuan),
            ClassBYuan = Part("classBYuan", classBYuan, totalYuan),
            PaidThisYearYuan = FunctionDesk.Yuan("paidThisYearYuan", paidThisYearYuan),
            StayOfYear = FunctionDesk.Count("stayOfYear", stayOfYear, 1, 100),
            Elsewhere = elsewhere,
            Text = situation ?? "",
        });

    private static decimal? Part(string parameter, decimal? part, decimal total) =>
        FunctionDesk.Yuan(parameter, part) is { } yuan && yuan > total
            ? throw new BadArgumentException(parameter, $"是总费用的一部分，不应超过 {total}，而不是 {yuan}")
            : part;
}
