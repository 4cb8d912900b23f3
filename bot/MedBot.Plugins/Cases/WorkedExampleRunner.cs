using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Cases;
using MedBot.Policy.Answers;

namespace MedBot.Plugins.Cases;

/// <summary>Runs worked examples through the plugins that residents' questions go through.</summary>
public sealed class WorkedExampleRunner(PluginSet plugins)
{
    /// <summary>What is wrong with the answer to the example, a line each; empty when all is as worked by hand.</summary>
    public ImmutableArray<string> Run(WorkedExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var answer = plugins.Of(TopicOf(example)).Answer(InquiryOf(example));
        return
        [
            .. WrongFigures(example, answer),
            .. WrongSteps(example, answer),
            .. example.Kind is { } kind && answer.Kind != kind ? [$"应为 {kind}，得到 {answer.Kind}"] : Array.Empty<string>(),
            .. example.Asks.Except(answer.Missing).Select(fact => $"应该问 {fact}，没有问"),
            .. example.Says.Where(words => !TextOf(answer).Contains(words, StringComparison.Ordinal)).Select(words => $"应该说到“{words}”"),
            .. example.Lacks.Where(words => TextOf(answer).Contains(words, StringComparison.Ordinal) || answer.Figures.Any(figure => figure.Label == words) || answer.Steps.Any(step => step.Name == words))
                .Select(words => $"不该说到“{words}”"),
        ];
    }

    private static IEnumerable<string> WrongFigures(WorkedExample example, Answer answer)
    {
        foreach (var expected in example.Figures)
        {
            var shown = answer.Figures.Where(figure => figure.Label == expected.Label && (expected.Record ?? figure.Record.Id) == figure.Record.Id).ToList();
            if (shown.Count == 0)
                yield return $"没有{expected.Record}的“{expected.Label}”（有：{string.Join("、", answer.Figures.Select(figure => figure.Label))}）";
            else if (!shown.Exists(figure => figure.Text == expected.Value))
                yield return $"“{expected.Label}”应为 {expected.Value}，得到 {string.Join("、", shown.Select(figure => figure.Text))}";
            else if (expected.Status is { } status && !shown.Exists(figure => figure.Text == expected.Value && figure.Record.Validity.StatusOn(example.On) == status))
                yield return $"“{expected.Label}”{expected.Value} 在 {example.On:yyyy-MM-dd} 应为 {status}";
        }
    }

    private static IEnumerable<string> WrongSteps(WorkedExample example, Answer answer)
    {
        var at = 0;
        foreach (var expected in example.Steps)
        {
            while (at < answer.Steps.Length && answer.Steps[at].Name != expected.Name)
                at++;
            if (at == answer.Steps.Length)
            {
                yield return $"计算里没有（或顺序不对）“{expected.Name}”";
                yield break;
            }
            if (answer.Steps[at].Yuan != expected.Yuan)
                yield return $"“{expected.Name}”应为 {expected.Yuan.ToText("元")}，得到 {answer.Steps[at].Yuan.ToText("元")}";
            at++;
        }
    }

    private static string TextOf(Answer answer) => string.Join('\n', [answer.Summary, .. answer.Details, .. answer.Warnings]);

    private static Topic TopicOf(WorkedExample example) => example.Table switch
    {
        "premiums" => Topic.Premium,
        "collection-windows" or "collection-rules" => Topic.Deadline,
        "aid" => Topic.LowIncomeAid,
        "inpatient" when example.Given.Elsewhere && example.Given.TotalYuan is null => Topic.RemoteCare,
        "inpatient" or "outpatient" when example.Given.TotalYuan is not null => Topic.Calculate,
        "inpatient" => Topic.InpatientRatio,
        "outpatient" => Topic.OutpatientRatio,
        "serious-illness" => Topic.SeriousIllness,
        "maternity" => Topic.Maternity,
        "coverage" => Topic.CoverageScope,
        "newborn" => Topic.Newborn,
        "waiting-periods" => Topic.LateOrLapse,
        "comparison" => Topic.ResidentVsEmployee,
        "contacts" => Topic.Contact,
        _ => throw new ArgumentException($"{example.Origin}: no topic answers from the table '{example.Table}'.", nameof(example)),
    };

    private static Inquiry InquiryOf(WorkedExample example) => new()
    {
        Today = example.On,
        Region = example.Region.Level == Policy.Records.RegionLevel.Nation ? null : example.Region,
        BenefitYear = example.Given.BenefitYear,
        Persons = example.Given.Groups,
        HospitalLevel = example.Given.Level,
        Care = example.Given.Care,
        AmountYuan = example.Given.TotalYuan,
        SelfPaidYuan = example.Given.SelfPaidYuan,
        OverLimitYuan = example.Given.OverLimitYuan,
        ClassBYuan = example.Given.ClassBYuan,
        PaidThisYearYuan = example.Given.PaidThisYearYuan,
        BurdenThisYearYuan = example.Given.BurdenThisYearYuan,
        AidThisYearYuan = example.Given.AidThisYearYuan,
        StayOfYear = example.Given.StayOfYear,
        BirthDate = example.Given.Born,
        LapsedYears = example.Given.LapsedYears,
        RepaidYears = example.Given.RepaidYears,
        EmployeeCoverEnded = example.Given.EmployeeCoverEnded,
        PaymentDate = example.Given.Paid,
        Treatment = example.Given.Item,
        Elsewhere = example.Given.Elsewhere,
        Circumstance = example.Given.Circumstance,
    };
}
