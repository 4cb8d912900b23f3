using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>How pupils, students and children are insured, with what they pay where the place says so.</summary>
public sealed class StudentChildPlugin(PolicyBook book, IPlugin premiums, IPlugin articles) : IPlugin
{
    private static readonly List<Person> Young = [Person.Student, Person.UniversityStudent, Person.Child];

    public Answer Answer(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var guide = articles.Answer(inquiry);
        var asked = Young.Where(inquiry.Is).ToList();
        var found = Find(inquiry, row => asked.Contains(row.Group));
        if (found.IsEmpty)
            (found, asked) = (Find(inquiry, row => Young.Contains(row.Group)), []);
        if (found.IsEmpty)
            return WithStepsOf(guide, premiums.Answer(inquiry).Beside(guide));

        var composer = new AnswerComposer(book, inquiry);
        foreach (var row in found.Tables.SelectMany(table => table.Rows).Where(row => row.Own is not null && (asked.Count > 0 ? asked : Young).Contains(row.Group)))
        {
            var year = row.Own!.Record.BenefitYear is { } benefitYear ? $"{benefitYear}年度" : "";
            composer.Say($"{found.Layer.FullName}{year}{ChineseNames.Of(row.Group)}个人交{row.Own.Text}一年{(row.Subsidy is { } added ? $"，财政另外补助{added.Text}" : "")}。").Show(row.Own, row.Subsidy);
        }
        var premium = composer.NameLayer(found.Layer, "学生儿童缴费标准").Build();
        return WithStepsOf(guide, guide.Kind == AnswerKind.NotPublished ? premium : premium.Beside(guide));
    }

    /// <summary>The guide's next steps; what asks for a fact keeps its choices.</summary>
    private static Answer WithStepsOf(Answer guide, Answer answer) =>
        answer.Kind == AnswerKind.AskBack ? answer : answer with { FollowUps = guide.FollowUps };

    private Finding<PremiumTable> Find(Inquiry inquiry, Func<PremiumRow, bool> isMeant) =>
        book.Find<PremiumTable>(inquiry.Place, inquiry.Today, inquiry.BenefitYear, table => table.Rows.Any(row => row.Own is not null && isMeant(row)));
}
