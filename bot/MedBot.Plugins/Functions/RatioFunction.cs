using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary>RatioPlugin: <see cref="InpatientRatioPlugin"/>, <see cref="OutpatientRatioPlugin"/> and their neighbours with typed parameters.</summary>
internal sealed class RatioFunction(FunctionDesk desk)
{
    [Description("查报销比例、起付线和封顶线：住院、门诊、两病、门诊慢特病、生育。要算具体金额请用 calculate_reimbursement。")]
    public Answer LookUpRatio(
        [Description(Describe.Place)] string? place = null,
        [Description("看病的种类；不填为住院")] CareKind? care = null,
        [Description(Describe.Level)] HospitalLevel? hospitalLevel = null,
        [Description(Describe.Year)] int? year = null,
        [Description(Describe.Person)] Person? person = null) =>
        desk.Answer(TopicOf(care), desk.Case(place, year, person) with
        {
            Care = care,
            HospitalLevel = hospitalLevel,
            Text = care is CareKind.Emergency or CareKind.Pharmacy ? ChineseNames.Of(care.Value) + "能报销吗" : "",
        });

    private static Topic TopicOf(CareKind? care) => care switch
    {
        null or CareKind.Inpatient => Topic.InpatientRatio,
        CareKind.Outpatient or CareKind.TwoDiseases => Topic.OutpatientRatio,
        CareKind.ChronicSpecial => Topic.ChronicSpecial,
        CareKind.Maternity => Topic.Maternity,
        _ => Topic.CoverageScope,
    };
}
