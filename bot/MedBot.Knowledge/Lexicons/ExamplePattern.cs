using System.Collections.Immutable;
using System.Text;

namespace MedBot.Knowledge.Lexicons;

/// <summary>
/// Spells out a line of examples: (a|b) stands for either, [c] for with or without. Nesting is not allowed.
/// At most <see cref="Limit"/> spellings are taken, spread evenly over all of them.
/// </summary>
public static class ExamplePattern
{
    public const string Form = "一句问话，可用 (甲|乙) 表示任选一个、[丙] 表示可有可无，括号不能套括号";

    private const int Limit = 12;

    /// <summary>The spellings, or null when brackets do not match.</summary>
    public static ImmutableArray<string>? Expand(string line)
    {
        var parts = new List<string[]>();
        var at = 0;
        while (at < line.Length)
        {
            var open = line.AsSpan(at).IndexOfAny('(', '[');
            var plain = open < 0 ? line[at..] : line.Substring(at, open);
            if (plain.AsSpan().ContainsAny(")]|"))
                return null;
            if (plain.Length > 0)
                parts.Add([plain]);
            if (open < 0)
                break;
            var start = at + open;
            var end = line.IndexOf(line[start] == '(' ? ')' : ']', start);
            if (end < 0)
                return null;
            var inside = line[(start + 1)..end];
            if (inside.Length == 0 || inside.AsSpan().ContainsAny("([])"))
                return null;
            parts.Add(line[start] == '(' ? inside.Split('|') : ["", .. inside.Split('|')]);
            at = end + 1;
        }
        return Spell(parts);
    }

    private static ImmutableArray<string> Spell(List<string[]> parts)
    {
        var total = parts.Aggregate(1L, (product, part) => Math.Min(product * part.Length, 1_000_000));
        var taken = (int)Math.Min(total, Limit);
        var spellings = ImmutableArray.CreateBuilder<string>(taken);
        for (var i = 0; i < taken; i++)
        {
            // An odd multiplier walks through the combinations without favouring the first alternative.
            var index = total <= Limit ? i : i * 7919L % total;
            var text = new StringBuilder();
            foreach (var part in parts)
            {
                text.Append(part[index % part.Length]);
                index /= part.Length;
            }
            var spelling = text.ToString();
            if (spelling.Length > 0 && !spellings.Contains(spelling))
                spellings.Add(spelling);
        }
        return spellings.ToImmutable();
    }
}
