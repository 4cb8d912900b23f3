using MedBot.Knowledge.Articles;
using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Lookup;

namespace MedBot.Plugins;

/// <summary>Long-term outpatient care: 高血压、糖尿病用药 (两病) and 门诊慢特病.</summary>
public sealed class ChronicSpecialPlugin(IPlugin outpatient, PolicyBook book, ArticleShelf shelf) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var care = inquiry.Care is CareKind.TwoDiseases or CareKind.ChronicSpecial ? inquiry.Care
            : CareTerms.IsForTwoDiseases(inquiry) ? CareKind.TwoDiseases
            : CareKind.ChronicSpecial;
        var ratios = outpatient.Answer(inquiry with { Care = care, HospitalLevel = null });
        if (shelf.On(Topic.ChronicSpecial, inquiry) is not [var article, ..])
            return ratios;

        var guide = new AnswerComposer(book, inquiry).Tell(article).Build();
        return ratios.Figures.IsEmpty && ratios.Kind == AnswerKind.NotPublished && ratios.Citations.IsEmpty
            ? guide
            : ratios.Beside(guide);
    }
}
