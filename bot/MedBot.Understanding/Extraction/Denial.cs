namespace MedBot.Understanding.Extraction;

/// <summary>Whether a fact is named only to be denied: 不是廊坊，是石家庄.</summary>
internal static class Denial
{
    private static readonly string[] Words = ["不是", "不是什么", "不是问", "不是说", "不是指", "不是在", "并不是", "并非", "而不是", "不在", "没在", "不说", "不要", "不问", "别说", "不去", "没说"];

    /// <summary>是不是 asks and denies nothing.</summary>
    public static bool StandsBefore(string text, int start)
    {
        foreach (var word in Words)
        {
            var from = start - word.Length;
            if (from >= 0 && text.AsSpan(from, word.Length).SequenceEqual(word) && (from == 0 || text[from - 1] is not '是'))
                return true;
        }
        return false;
    }
}
