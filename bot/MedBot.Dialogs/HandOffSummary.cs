using MedBot.Policy.Care;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>What a person at the counter needs to know, at most six lines, from what the resident has said.</summary>
internal static class HandOffSummary
{
    public static IEnumerable<string> Of(ConversationState state, IReadOnlyDictionary<Intent, (string Title, string Question)> titles)
    {
        var slots = state.Slots;
        var lines = new[]
        {
            state.LastIntent is { } intent ? $"想问：{titles[intent].Title}" : null,
            slots.Region is { } region ? $"参保地：{region.Value.FullName}" : null,
            slots.Persons is { } persons ? $"人员：{string.Join("、", persons.Value.Select(ChineseNames.Of))}" : null,
            slots.HospitalLevel is { } level ? $"医院：{ChineseNames.Of(level.Value)}" : null,
            slots.AmountYuan is { } amount ? $"费用：{amount.Value:0.##}元" : null,
            slots.LapsedYears is { } lapsed ? $"断缴：{lapsed.Value}年" : null,
        };
        return lines.OfType<string>().Prepend("可以把下面这些告诉工作人员：");
    }
}
