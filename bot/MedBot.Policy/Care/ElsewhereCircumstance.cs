namespace MedBot.Policy.Care;

/// <summary>What decides how care outside the place of insurance is paid. Several may hold at once; none means that nothing was said of it.</summary>
[Flags]
public enum ElsewhereCircumstance
{
    None = 0,

    /// <summary>Registered before the care: 备过案.</summary>
    Filed = 1,

    /// <summary>Not registered: 没备案.</summary>
    NotFiled = 2,

    /// <summary>Sent on by a hospital at home: 转诊, 转院.</summary>
    Referral = 4,

    /// <summary>Emergency: 急诊, 抢救.</summary>
    Emergency = 8,

    /// <summary>Living there for long: 长期居住, 异地安置.</summary>
    LongStay = 16,
}
