using MedBot.Plugins.Composition;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Who is responsible and how to reach them (12393, 12366, local offices).</summary>
public sealed class ContactPlugin(PolicyBook book) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        var composer = new AnswerComposer(book, inquiry);
        var hasLocal = false;
        foreach (var layer in inquiry.Place.Layers())
        {
            foreach (var table in book.At<ContactTable>(layer, inquiry.Today).Tables)
            {
                hasLocal |= layer.Level != RegionLevel.Nation;
                foreach (var row in table.Rows)
                {
                    var place = layer.Level == RegionLevel.Nation || row.Office.StartsWith(layer.ShortName, StringComparison.Ordinal) ? "" : layer.FullName;
                    var line = $"{place}{row.Office}：{row.Phone.Text}{(row.Condition is { } condition ? $"（{condition}）" : "")}。";
                    composer.Say(line).Show(row.Phone);
                }
                composer.Rest(table.Record);
            }
        }
        if (inquiry.Region is { } region && !hasLocal)
            composer.Detail($"没有收录{region.FullName}本地的电话。");
        return composer.Detail("参保、报销、异地备案问医保局；缴费扣款问税务；社保卡问人社。")
            .Next("什么时候交", "住院能报多少", "怎么查交没交上")
            .Build();
    }
}
