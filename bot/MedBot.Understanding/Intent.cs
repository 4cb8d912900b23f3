namespace MedBot.Understanding;

/// <summary>What a resident wants to know. The names in snake_case are a contract of the command line's JSON.</summary>
public enum Intent
{
    Deadline,
    Premium,
    PayChannel,
    PaySteps,
    PaymentRecord,
    InpatientRatio,
    OutpatientRatio,
    ChronicSpecial,
    SeriousIllness,
    Maternity,
    Newborn,
    LateOrLapse,
    StudentChild,
    LowIncomeAid,
    ResidentVsEmployee,
    TransferPlace,
    RemoteCare,
    CardOrEcert,
    Contact,
    DocumentOrCode,
    CoverageScope,
    Calculate,

    // Not resident insurance: answered by saying what MedBot does, never with a figure.
    EmployeeInsurance,
    OtherSocialInsurance,
    CommercialInsurance,
    MedicalAdvice,
    Chitchat,
    Other,
}
