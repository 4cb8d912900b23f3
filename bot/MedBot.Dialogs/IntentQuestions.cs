using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>Each intent as a short question that a resident would ask.</summary>
internal static class IntentQuestions
{
    public static string Of(Intent intent) => intent switch
    {
        Intent.Deadline => "什么时候交医保",
        Intent.Premium => "医保要交多少钱",
        Intent.PayChannel => "在哪里可以交",
        Intent.PaySteps => "怎么一步步交",
        Intent.PaymentRecord => "怎么查交没交上",
        Intent.InpatientRatio => "住院能报多少",
        Intent.OutpatientRatio => "门诊能报多少",
        Intent.ChronicSpecial => "慢性病门诊怎么报",
        Intent.SeriousIllness => "大病保险怎么报",
        Intent.Maternity => "生孩子怎么报销",
        Intent.Newborn => "新生儿怎么参保",
        Intent.LateOrLapse => "错过或断缴了怎么办",
        Intent.StudentChild => "学生和小孩怎么参保",
        Intent.LowIncomeAid => "困难家庭有什么补助",
        Intent.ResidentVsEmployee => "居民医保和职工医保有什么区别",
        Intent.TransferPlace => "怎么换参保地",
        Intent.RemoteCare => "去外地看病怎么报",
        Intent.CardOrEcert => "医保卡和电子凭证怎么用",
        Intent.Contact => "医保电话是多少",
        Intent.DocumentOrCode => "代征单位代码是什么",
        Intent.CoverageScope => "哪些能报哪些不能报",
        Intent.Calculate => "帮我算能报多少钱",
        Intent.EmployeeInsurance => "职工医保的事",
        Intent.OtherSocialInsurance => "养老等其他社保的事",
        Intent.CommercialInsurance => "商业保险的事",
        Intent.MedicalAdvice => "看病用药的事",
        _ => "别的事",
    };
}
