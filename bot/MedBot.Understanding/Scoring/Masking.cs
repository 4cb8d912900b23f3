using System.Collections.Immutable;
using System.Text;
using MedBot.Understanding.Extraction;

namespace MedBot.Understanding.Scoring;

/// <summary>
/// Puts one sign in the place of each recognised fact (廊坊 → place), leaves out fillers, and parts clauses by a bar: what
/// is left is what questions are compared by, so that a question learnt for one place is known for all.
/// </summary>
internal static class Masking
{
    public const char Bar = '|';

    public static string Mask(string text, ImmutableArray<Mention> mentions, Func<string, int, int> fillerLengthAt)
    {
        var masked = new StringBuilder(text.Length + 2).Append(Bar);
        var next = 0;
        for (var i = 0; i < text.Length;)
        {
            while (next < mentions.Length && mentions[next].Start < i)
                next++;
            if (next < mentions.Length && mentions[next].Start == i)
            {
                masked.Append(mentions[next].Mask);
                i = mentions[next].End;
            }
            else if (fillerLengthAt(text, i) is > 0 and var length)
            {
                i += length;
            }
            else
            {
                if (!IsSeparator(text[i]))
                    masked.Append(text[i]);
                else if (masked[^1] != Bar)
                    masked.Append(Bar);
                i++;
            }
        }
        if (masked[^1] != Bar)
            masked.Append(Bar);
        return masked.ToString();
    }

    /// <summary>Mentions in order of place, the longer one where two overlap.</summary>
    public static ImmutableArray<Mention> WithoutOverlaps(IEnumerable<Mention> mentions)
    {
        var kept = ImmutableArray.CreateBuilder<Mention>();
        foreach (var mention in mentions.Where(mention => mention.Length > 0).OrderBy(mention => mention.Start).ThenByDescending(mention => mention.Length))
        {
            if (kept.Count == 0 || mention.Start >= kept[^1].End)
                kept.Add(mention);
            else if (mention.Length > kept[^1].Length)
                kept[^1] = mention;
        }
        return kept.ToImmutable();
    }

    public static bool IsSeparator(char letter) => !char.IsLetterOrDigit(letter) && letter is not ('%' or '¥');

    /// <summary>A character of masked text as staff read it.</summary>
    public static string Describe(char letter) => letter < 0xE000 ? letter.ToString() : (MentionKind)((letter - 0xE000) / 32) switch
    {
        MentionKind.Place => "〔地名〕",
        MentionKind.Amount => "〔金额〕",
        MentionKind.Year => "〔年份〕",
        MentionKind.Date => "〔日期〕",
        MentionKind.Age => "〔年龄〕",
        MentionKind.Person => "〔人〕",
        MentionKind.HospitalLevel => "〔医院〕",
        MentionKind.Channel => "〔渠道〕",
        MentionKind.Treatment => "〔病或项目〕",
        _ => "〔断保〕",
    };
}
