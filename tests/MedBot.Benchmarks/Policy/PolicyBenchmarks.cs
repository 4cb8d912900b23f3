using BenchmarkDotNet.Attributes;
using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Benchmarks.Policy;

/// <summary>What one question costs in the policy core, over the repository's own tables.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private PolicyBook _book = null!;
    private Region _county = null!;
    private BillTerms _terms = null!;
    private Bill _bill = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var regions = LoadedKnowledge.Regions();
        _book = LoadedKnowledge.All(regions).Book;
        _county = regions.Find("320102")!;    // 江苏南京玄武: county, city and province before the nation
        _bill = new Bill(496_005m, 0m, 0m) { BurdenThisYear = 0m, ClassB = 2000m };
        _terms = TermsOf("nanjing-inpatient-child", "nanjing-serious-illness", "nanjing-aid");
    }

    /// <summary>All three layers of insurance: basic, serious illness with three bands, medical assistance.</summary>
    [Benchmark(Baseline = true)]
    public Receipt SettleABillThroughEveryLayer() => Receipt.Settle(_terms, _bill);

    /// <summary>County and city are silent on the matter, the province answers.</summary>
    [Benchmark]
    public Finding<CollectionRule> LookUpThroughThreeLayers() => _book.Find<CollectionRule>(_county, Today);

    /// <summary>County, city and province are silent, the nation answers.</summary>
    [Benchmark]
    public Finding<ContactTable> LookUpDownToTheNation() => _book.Find<ContactTable>(_county, Today);

    /// <summary>The city answers with the version of the year, chosen by a condition.</summary>
    [Benchmark]
    public Finding<PremiumTable> LookUpAYearWithACondition() =>
        _book.Find<PremiumTable>(_county, Today, 2026, static table => table.Rows[0].Own is not null);

    private BillTerms TermsOf(string basic, string serious, string aid)
    {
        var row = Table<InpatientTable>(basic).Rows[0];
        var bands = Table<SeriousIllnessTable>(serious);
        var rows = Table<AidTable>(aid).Care.Where(one => one is { Group: Person.MinimumLiving, Item: "住院" });
        return new BillTerms(row.Ratio!, row.Deductible, Yuan(400_000m, row.Ratio!.Record))
        {
            ClassBFirstPay = row.Ratio! with { Value = new FigureValue.Number(Quantity.Exactly(10m)) },
            SeriousIllness = new SeriousIllnessTerms(Person.Resident, bands.Deductible!, null, bands.Bands, null),
            Aid = [.. rows],
        };
    }

    private T Table<T>(string id)
        where T : PolicyTable => _book.Tables.OfType<T>().Single(table => table.Record.Id == id);

    private static Figure Yuan(decimal yuan, PolicyRecord record) => new("封顶线", new FigureValue.Number(Quantity.Exactly(yuan)), "元", record);
}
