using MedBot.Plugins.Composition;
using MedBot.Plugins.Responsibility;
using MedBot.Policy.Answers;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;
using MedBot.Policy.Tables;

namespace MedBot.Plugins;

/// <summary>Who is responsible and how to reach them (12393, 12366, 12333, local offices): the office for the matter first.</summary>
public sealed class ContactPlugin(PolicyBook book) : IPlugin
{
    public Answer Answer(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var composer = new AnswerComposer(book, inquiry);
        var matter = Matters.Of(inquiry.LastWords.Length > 0 ? inquiry.LastWords : inquiry.Text);
        if (matter == Matter.Hospital)
            composer.Say(Offices.SentenceOf(matter)!);
        var offices = inquiry.Place.Layers()
            .SelectMany(layer => book.At<ContactTable>(layer, inquiry.Today).Tables)
            .SelectMany(table => table.Rows)
            .OrderBy(row => Offices.IsFor(matter, row.Purpose) ? 0 : 1)
            .ToList();
        foreach (var row in offices)
            Tell(composer, row, matter);
        if (matter != Matter.Hospital && Offices.SentenceOf(matter) is { } whose)
            composer.Say(whose);
        if (inquiry.Region is { } region && offices.TrueForAll(row => row.Phone.Record.Region.Level == RegionLevel.Nation))
            composer.Detail($"没有收录{region.FullName}本地的电话。");
        return composer.Detail("参保、报销、异地备案问医保局；缴费扣款问税务；社保卡问人社；押金、结算、病历问医院的医保窗口。")
            .Next("什么时候交", "住院能报多少", "怎么查交没交上")
            .Build();
    }

    /// <summary>Who asks for one office need not read of all the others first; the card is nobody's question who asks for 医保.</summary>
    private static void Tell(AnswerComposer composer, ContactRow row, Matter matter)
    {
        var isMeant = Offices.IsFor(matter, row.Purpose);
        if (isMeant || (matter == Matter.Any && row.Purpose != ContactPurpose.SocialSecurity))
            composer.Say(LineOf(row)).Show(row.Phone);
        else if (row.Purpose == ContactPurpose.SocialSecurity)
            composer.Detail(LineOf(row)).Name(row.Phone);
        else
            composer.Detail(LineOf(row)).Show(row.Phone);
    }

    private static string LineOf(ContactRow row)
    {
        var layer = row.Phone.Record.Region;
        var place = layer.Level == RegionLevel.Nation || row.Office.StartsWith(layer.ShortName, StringComparison.Ordinal) ? "" : layer.FullName;
        return $"{place}{row.Office}：{row.Phone.Text}{(row.Condition is { } condition ? $"（{condition}）" : "")}。";
    }
}
