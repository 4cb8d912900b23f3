using System.Collections.Frozen;
using MedBot.Knowledge.Yaml;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Knowledge.Tables;

/// <summary>One reader for each kind of table: what keys a version has, and what each figure is called.</summary>
internal static class TableReaders
{
    public static FrozenDictionary<string, Func<YamlMap, PolicyRecord, PolicyTable>> ByName { get; } =
        new Dictionary<string, Func<YamlMap, PolicyRecord, PolicyTable>>
        {
            ["premiums"] = PaymentTableReaders.Premiums,
            ["collection-windows"] = PaymentTableReaders.CollectionWindows,
            ["collection-rules"] = PaymentTableReaders.CollectionRules,
            ["aid"] = PaymentTableReaders.Aid,
            ["inpatient"] = CareTableReaders.Inpatient,
            ["outpatient"] = CareTableReaders.Outpatient,
            ["serious-illness"] = CareTableReaders.SeriousIllness,
            ["maternity"] = CareTableReaders.Maternity,
            ["coverage"] = CareTableReaders.Coverage,
            ["newborn"] = EnrolmentTableReaders.Newborn,
            ["waiting-periods"] = EnrolmentTableReaders.WaitingPeriods,
            ["comparison"] = EnrolmentTableReaders.Comparison,
            ["contacts"] = EnrolmentTableReaders.Contacts,
        }.ToFrozenDictionary();
}
