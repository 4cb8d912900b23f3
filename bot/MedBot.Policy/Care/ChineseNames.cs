namespace MedBot.Policy.Care;

/// <summary>The words by which residents and staff know the terms of a case.</summary>
public static class ChineseNames
{
    public static string Of(HospitalLevel level) => level switch
    {
        HospitalLevel.Community => "社区、乡镇卫生院",
        HospitalLevel.Primary => "一级医院",
        HospitalLevel.Secondary => "二级医院",
        HospitalLevel.Tertiary => "三级医院",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string Of(CareKind care) => care switch
    {
        CareKind.Inpatient => "住院",
        CareKind.Outpatient => "普通门诊",
        CareKind.TwoDiseases => "高血压、糖尿病门诊用药",
        CareKind.ChronicSpecial => "门诊慢特病",
        CareKind.Emergency => "急诊",
        CareKind.Maternity => "生育",
        CareKind.Pharmacy => "药店购药",
        _ => throw new ArgumentOutOfRangeException(nameof(care)),
    };

    public static string Of(Person person) => person switch
    {
        Person.Resident => "居民",
        Person.Newborn => "新生儿",
        Person.Child => "少儿",
        Person.Student => "学生儿童",
        Person.UniversityStudent => "大学生",
        Person.Elderly => "老年居民",
        Person.Pregnant => "孕产妇",
        Person.Disabled => "重度残疾人",
        Person.Destitute => "特困人员",
        Person.MinimumLiving => "低保对象",
        Person.LowIncomeMargin => "低保边缘家庭成员",
        Person.PovertyMonitored => "防止返贫监测对象",
        Person.Orphan => "孤儿",
        Person.LowIncome => "低收入人员",
        Person.Retired => "退休人员",
        Person.Migrant => "外地户籍人员",
        Person.FlexibleWorker => "灵活就业人员",
        Person.TwoDiseasesPatient => "高血压、糖尿病患者",
        _ => throw new ArgumentOutOfRangeException(nameof(person)),
    };

    public static string Of(PayChannel channel) => channel switch
    {
        PayChannel.Alipay => "支付宝",
        PayChannel.WeChat => "微信",
        PayChannel.InsuranceApp => "医保官方APP",
        PayChannel.Tax => "税务渠道",
        PayChannel.Bank => "银行",
        PayChannel.Village => "村（社区）代收",
        PayChannel.Terminal => "自助终端",
        PayChannel.Cash => "现金",
        PayChannel.Online => "线上",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };
}
