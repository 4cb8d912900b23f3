using System.Globalization;
using System.Text.RegularExpressions;
using MedBot.Policy.Figures;

namespace MedBot.Knowledge.Yaml;

/// <summary>How staff write a number with its bound word: 85, 至少 85, 最高 90, 约 70, 50 至 70, 约 50 至 90.</summary>
public static partial class QuantityNotation
{
    public const string Form = "数字，前面可加 至少、最高、约，或写成 50 至 70、约 50 至 90";

    /// <summary>The quantity, or null when the text has another form.</summary>
    public static Quantity? Parse(string text)
    {
        var match = Notation.Match(text);
        if (!match.Success)
            return null;
        var low = Number(match.Groups["low"].Value);
        if (match.Groups["high"].Success)
        {
            var high = Number(match.Groups["high"].Value);
            return high < low ? null
                : match.Groups["word"].Success ? Quantity.About(low, high)
                : Quantity.Between(low, high);
        }
        return match.Groups["word"].Value switch
        {
            "至少" => Quantity.AtLeast(low),
            "最高" => Quantity.AtMost(low),
            "约" => Quantity.About(low),
            _ => Quantity.Exactly(low),
        };
    }

    private static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?:(?<word>至少|最高|约) ?)?(?<low>[0-9]{1,9}(?:\.[0-9]{1,4})?)\z|\A(?:(?<word>约) ?)?(?<low>[0-9]{1,9}(?:\.[0-9]{1,4})?) 至 (?<high>[0-9]{1,9}(?:\.[0-9]{1,4})?)\z")]
    private static partial Regex Notation { get; }
}
