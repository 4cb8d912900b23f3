using MedBot.Knowledge.Yaml;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Knowledge.Records;

/// <summary>Reads the figures of one record. The unit stands in the key: ratio_percent, deductible_yuan, enrol_within_days.</summary>
internal sealed class FigureReader(PolicyRecord record)
{
    public Figure? Optional(YamlMap map, string key, string label) =>
        map.OptionalQuantity(key) is { } quantity ? new Figure(label, new FigureValue.Number(quantity), UnitOf(key), record) : null;

    public Figure Required(YamlMap map, string key, string label) =>
        new(label, new FigureValue.Number(map.Quantity(key)), UnitOf(key), record);

    public Figure? OptionalDay(YamlMap map, string key, string label) =>
        map.OptionalDay(key) is { } day ? new Figure(label, new FigureValue.Day(day), "", record) : null;

    public Figure Day(YamlMap map, string key, string label) => new(label, new FigureValue.Day(map.Day(key)), "", record);

    public Figure Characters(YamlMap map, string key, string label) => new(label, new FigureValue.Characters(map.Text(key)), "", record);

    /// <summary>A figure that names its own label and unit: { label: …, value: 至少 670, unit: 元/人/年 } or with day: or text: instead of value.</summary>
    public Figure Free(YamlMap map)
    {
        var label = map.Text("label");
        var unit = map.OptionalText("unit") ?? "";
        FigureValue value = map.OptionalQuantity("value") is { } quantity ? new FigureValue.Number(quantity)
            : map.OptionalDay("day") is { } day ? new FigureValue.Day(day)
            : new FigureValue.Characters(map.Text("text", "value、day、text 三者之一"));
        map.End();
        return new Figure(label, value, unit, record);
    }

    private static string UnitOf(string key) => key[(key.LastIndexOf('_') + 1)..] switch
    {
        "percent" => "%",
        "points" => "个百分点",
        "yuan" => "元",
        "days" => "天",
        "months" => "个月",
        "years" or "year" => "年",
        "day" => "日",
        var suffix => throw new ArgumentException($"The key '{key}' ends in '{suffix}', which names no unit.", nameof(key)),
    };
}
