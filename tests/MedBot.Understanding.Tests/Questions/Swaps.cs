namespace MedBot.Understanding.Tests.Questions;

/// <summary>Pairs of the same question about two places or two years: both must be read with their own, and as the same question.</summary>
internal static class Swaps
{
    private static readonly string[] Places = ["贵阳", "佛山", "河北廊坊", "黑龙江", "南京", "宜昌"];
    private static readonly string[] PlaceNames = ["贵州贵阳", "广东佛山", "河北廊坊", "黑龙江", "江苏南京", "湖北宜昌"];

    /// <summary>Questions that name one place, with it and with another in its stead; what went wrong.</summary>
    public static (int Right, int All, IReadOnlyList<string> Mistakes) OfPlaces(IEnumerable<Expectation> questions)
    {
        var i = 0;
        return Count(questions.Where(question => question.Slots.ContainsKey("region") && !question.Slots.ContainsKey("dest") && question.Intents.Count == 1), question =>
        {
            var other = i++ % Places.Length;
            return Bot.Read(question.Message)[0].Slots.Region is { Words: { } words }
                ? (question.Message.Replace(words, Places[other], StringComparison.Ordinal), request => request.Slots.Region?.Value.FullName == PlaceNames[other])
                : null;
        });
    }

    /// <summary>The same for years: 今年 becomes 2025年.</summary>
    public static (int Right, int All, IReadOnlyList<string> Mistakes) OfYears(IEnumerable<Expectation> questions) =>
        Count(questions.Where(question => question.Slots.ContainsKey("year") && question.Intents.Count == 1), question =>
            Bot.Read(question.Message)[0].Slots.Year is { Words: { } words }
                ? (question.Message.Replace(words, words.EndsWith('度') ? "2025年度" : "2025年", StringComparison.Ordinal), request => request.Slots.Year?.Value == 2025)
                : null);

    private static (int Right, int All, IReadOnlyList<string> Mistakes) Count(IEnumerable<Expectation> questions, Func<Expectation, (string Message, Func<Request, bool> IsRight)?> swap)
    {
        var mistakes = new List<string>();
        var all = 0;
        foreach (var question in questions)
        {
            all++;
            if (swap(question) is not var (message, isRight))
            {
                mistakes.Add($"{question.Message}\t没有认出地方或年份");
                continue;
            }
            var (before, after) = (Bot.Read(question.Message), Bot.Read(message));
            if (after.Count != before.Count || after[0].Intent != before[0].Intent || !isRight(after[0]))
                mistakes.Add($"{question.Message}\t换成“{message}”以后是 {IntentNames.NameOf(after[0].Intent)} {after[0].Slots.Region?.Value.FullName} {after[0].Slots.Year?.Value}");
        }
        return (all - mistakes.Count, all, mistakes);
    }
}
