namespace MedBot.Policy.Care;

/// <summary>Which hospital, as tables and residents name it.</summary>
public enum HospitalLevel
{
    /// <summary>Community centre, village clinic, township health centre: 社区, 村卫生室, 乡镇卫生院. Counts as primary where a table does not list it.</summary>
    Community,

    /// <summary>一级.</summary>
    Primary,

    /// <summary>二级. A county hospital (县医院) is taken for one, and the answer says so.</summary>
    Secondary,

    /// <summary>三级, 三甲.</summary>
    Tertiary,
}

/// <summary>What sort of care a bill is for.</summary>
public enum CareKind
{
    /// <summary>住院.</summary>
    Inpatient,

    /// <summary>普通门诊.</summary>
    Outpatient,

    /// <summary>高血压、糖尿病门诊用药 (两病).</summary>
    TwoDiseases,

    /// <summary>门诊慢性病、特殊疾病.</summary>
    ChronicSpecial,

    /// <summary>急诊.</summary>
    Emergency,

    /// <summary>生育、分娩.</summary>
    Maternity,

    /// <summary>药店购药.</summary>
    Pharmacy,
}

/// <summary>Ways to pay the premium.</summary>
public enum PayChannel
{
    Alipay,
    WeChat,

    /// <summary>国家医保服务平台 and local insurance bureaus' own apps.</summary>
    InsuranceApp,

    /// <summary>电子税务局, 税务 mini-programs and official accounts.</summary>
    Tax,

    /// <summary>Bank app, bank counter, bank withholding.</summary>
    Bank,

    /// <summary>村委会, 社区, 街道 collectors.</summary>
    Village,

    /// <summary>Self-service terminal.</summary>
    Terminal,
    Cash,
    Online,
}

/// <summary>Groups of people that rules treat apart.</summary>
public enum Person
{
    /// <summary>Anybody insured who belongs to no group below.</summary>
    Resident,
    Newborn,
    Child,

    /// <summary>School pupils and students alike.</summary>
    Student,
    UniversityStudent,
    Elderly,
    Pregnant,

    /// <summary>重度残疾人.</summary>
    Disabled,

    /// <summary>特困人员.</summary>
    Destitute,

    /// <summary>低保对象.</summary>
    MinimumLiving,

    /// <summary>低保边缘家庭成员 (低边).</summary>
    LowIncomeMargin,

    /// <summary>防止返贫监测对象, 脱贫人口.</summary>
    PovertyMonitored,

    /// <summary>孤儿, 事实无人抚养儿童.</summary>
    Orphan,

    /// <summary>Low-income groups together, where a text does not tell them apart.</summary>
    LowIncome,
    Retired,

    /// <summary>Household registered elsewhere: 外地户口.</summary>
    Migrant,
    FlexibleWorker,

    /// <summary>高血压、糖尿病 patients.</summary>
    TwoDiseasesPatient,
}
