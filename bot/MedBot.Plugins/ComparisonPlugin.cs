using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Resident and employee insurance side by side (居民医保和职工医保的区别).</summary>
public sealed class ComparisonPlugin(PolicyBook book, IPlugin articles) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var found = book.Find<ComparisonTable>(inquiry.Place, inquiry.Today);
        if (found.IsEmpty)
            return articles.Answer(inquiry);
        var composer = new AnswerComposer(book, inquiry);
        var isFirst = true;
        foreach (var table in found.Tables)
        {
            foreach (var row in table.Rows)
            {
                var line = $"{row.Aspect}：居民医保{row.Resident}；职工医保{row.Employee}。";
                composer = (isFirst ? composer.Say(line) : composer.Detail(line)).Show(row.Numbers);
                isFirst = false;
            }
            composer.Rest(table.Record);
        }
        return composer.Next("居民医保要交多少钱", "居民医保住院报多少", "没工作能参加哪种").Build();
    }
}
