namespace MedBot.Understanding;

/// <summary>What a resident wants to know. The names are a contract of the command line's JSON.</summary>
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

    EmployeeInsurance,
    OtherSocialInsurance,
    CommercialInsurance,
    MedicalAdvice,
    Chitchat,
    Other,
}

/// <summary>Which hospital, as residents and tables name it.</summary>
public enum HospitalLevel
{
    /// <summary>Community centre, village clinic, township health centre: 社区, 村卫生室, 乡镇卫生院.</summary>
    Community,

    /// <summary>一级.</summary>
    Primary,

    /// <summary>二级; a county hospital (县医院) is taken for one, and the answer says so.</summary>
    Secondary,

    /// <summary>三级, 三甲.</summary>
    Tertiary,
}

/// <summary>Groups of people that rules treat apart.</summary>
public enum Person
{
    Newborn,
    Child,
    Student,
    UniversityStudent,
    Elderly,
    Pregnant,
    Disabled,
    Destitute,
    MinimumLiving,
    LowIncomeMargin,
    PovertyMonitored,
    Orphan,
    Retired,
    Migrant,
    FlexibleWorker,
    NewResident,
    Soldier,
    Released,
}
