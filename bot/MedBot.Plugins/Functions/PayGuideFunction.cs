using System.ComponentModel;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary>PayGuidePlugin: the articles on how and where to pay and to see a payment, with typed parameters.</summary>
internal sealed class PayGuideFunction(FunctionDesk desk)
{
    [Description("怎么缴居民医保：能用哪些渠道、一步步怎么操作、怎么查交没交上。")]
    public Answer PayGuide(
        [Description(Describe.Place)] string? place = null,
        [Description("缴费渠道")] PayChannel? channel = null,
        [Description("要问的是什么；不填为操作步骤")] PayMatter matter = PayMatter.Steps) =>
        desk.Answer(TopicOf(matter), desk.Case(place) with
        {
            Channel = channel,
            Text = channel is { } way ? $"{ChineseNames.Of(way)}怎么交医保" : "",
        });

    private static Topic TopicOf(PayMatter matter) => matter switch
    {
        PayMatter.Steps => Topic.PaySteps,
        PayMatter.Channels => Topic.PayChannel,
        PayMatter.Record => Topic.PaymentRecord,
        _ => throw new ArgumentOutOfRangeException(nameof(matter)),
    };
}

/// <summary>What about paying is asked.</summary>
public enum PayMatter
{
    /// <summary>How to do it, step by step.</summary>
    Steps,

    /// <summary>Which ways there are.</summary>
    Channels,

    /// <summary>How to see whether it was done.</summary>
    Record,
}
