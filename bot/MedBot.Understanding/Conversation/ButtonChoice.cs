using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Policy.Answers;
using MedBot.Understanding.Extraction;

namespace MedBot.Understanding.Conversation;

/// <summary>Whether a message picks one of the buttons shown: 2, 第二个, 选1, 中间那个, or the button's own words.</summary>
internal static partial class ButtonChoice
{
    /// <summary>Characters of a message that only chooses.</summary>
    public const int Longest = 40;

    public static FollowUp? Read(string message, Context context)
    {
        if (context.Offered.IsDefaultOrEmpty || message.Length > Longest)
            return null;
        var said = message.Trim();
        if (context.Offered.FirstOrDefault(button => button.Title == said || button.Message == said) is { } named)
            return named;
        // 南京 where 江苏南京鼓楼 and others of its name are offered.
        if (context.Asked == Fact.Region && Named.Match(said) is { Success: true } name && context.Offered.Where(button => button.Title.Contains(name.Groups["name"].Value, StringComparison.Ordinal)).ToList() is [var place])
            return place;
        var match = Number.Match(said);
        if (!match.Success)
            return null;
        var number = match switch
        {
            _ when match.Groups["first"].Success => 1,
            _ when match.Groups["last"].Success => context.Offered.Length,
            _ when match.Groups["middle"].Success => context.Offered.Length % 2 == 0 ? null : (context.Offered.Length + 1) / 2,
            _ => ChineseNumber.Parse(match.Groups["n"].Value),
        };
        return number is >= 1 and var index && index <= context.Offered.Length ? context.Offered[index - 1] : null;
    }

    /// <summary>The button that is meant instead of the one just chosen: 按错了，应该是第二个; 我没绑卡 还是第二个吧.</summary>
    public static FollowUp? ReadAgain(string message, Context context) =>
        !context.ChosenFrom.IsDefaultOrEmpty && Again.Match(message) is { Success: true } match
        && ChineseNumber.Parse(match.Groups["n"].ValueSpan) is >= 1 and var index && index <= context.ChosenFrom.Length ? context.ChosenFrom[index - 1] : null;

    /// <summary>True when a place that is told alone may choose one of the buttons.</summary>
    public static bool OffersPlaces(Context context) => !PlacesOf(context).IsDefaultOrEmpty;

    /// <summary>Of places of one name the one inside the place that is told, and the buttons among which it stood. Null when none or several are.</summary>
    public static (FollowUp Button, ImmutableArray<FollowUp> Among)? ReadPlace(string place, Context context)
    {
        var offered = PlacesOf(context);
        return offered.Where(button => button.Title.Length > place.Length && button.Title.StartsWith(place, StringComparison.Ordinal)).ToList() is [var one] ? (one, offered) : null;
    }

    private static ImmutableArray<FollowUp> PlacesOf(Context context) => context is { Asked: Fact.Region, Offered.Length: > 1 } ? context.Offered : context.ChosenFrom;

    [GeneratedRegex(@"(?:[\s,，。]|[是选要爱按成])第(?<n>[1-9一二三四五六])[个只项条家](?:吧|啊|呀|哈|嘛|才对|的)*(?:[\s,，。.]+\S{0,6})?\z")]
    private static partial Regex Again { get; }

    [GeneratedRegex(@"\A(?:就|是|在|我|我们|我是|要)?(?<name>\p{L}{2,8}?)(?:的|市|个|嘅|那个|那边|这边|那里|这里|吧|嘛|啊|哈|嘞|呀|啦)*\z")]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\A(?:我)?(?:选|要|点|爱|揿|按)?(?:第)?(?<n>[1-9]|[一二三四五六])(?:个|项|条|号|种|只|家|行)?(?:吧|的|嘅|个|咯|嘛|。|\.|、)*(?:[ ,，]*(?:应该是|好像是|大概是|可能是|就这个|就它)(?:吧|的|。)?)?\z|\A第(?<n>[1-9]|[一二三四五六])[个只][,， ][^,，?？]{1,8}\z|\A(?:我)?(?:选|要|点)?(?:(?<first>头一个|头个|首个|最上面那?个|最前面那?个|上面那个|前面那个)|(?<middle>中间那?个|中间的)|(?<last>最后一?个|最后那个|末尾那?个|最下面那?个|下面那个|后面那个))(?:吧|的|。|\.)?\z")]
    private static partial Regex Number { get; }
}
