using MedBot.Policy.Answers;

namespace MedBot.Dialogs;

/// <summary>What the facts of a case are called, and why they are asked for.</summary>
internal static class FactNames
{
    public static string Of(Fact fact) => fact switch
    {
        Fact.Region => "参保地",
        Fact.HospitalLevel => "医院级别",
        Fact.Amount => "一共花了多少钱",
        Fact.BirthDate => "出生日期",
        Fact.CareKind => "门诊还是住院",
        Fact.PayChannel => "用什么办法交",
        Fact.LapsedYears => "断了几年",
        Fact.PaymentDate => "哪天交的钱",
        Fact.Person => "属于哪类人",
        Fact.SelfPaid => "自费的有多少",
        Fact.PaidThisYear => "今年已经报了多少",
        Fact.StayOfYear => "今年第几次住院",
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    /// <summary>Why the answer hangs on the fact.</summary>
    public static string ReasonFor(Fact fact) => fact switch
    {
        Fact.Region => "各地规定不同",
        Fact.HospitalLevel => "医院级别不同，报的比例不同",
        Fact.Amount => "没有总数算不出钱数",
        _ => "不同情况，结果不同",
    };
}
