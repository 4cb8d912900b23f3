using System.Diagnostics;
using MedBot.Channels.Rendering;
using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Host.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Tests.Composition;

/// <summary>Whether a language model stands behind the dialog.</summary>
public sealed class ModelSwitch
{
    private static readonly string[] Questions =
        ["廊坊居民医保交多少钱", "什么时候截止", "新生儿怎么参保", "武汉三级医院住院花了3万能报多少", "断缴了等待期多久", "怎么用手机交", "异地就医要备案吗", "你好", "职工医保怎么报销", "张家口起付线多少"];

    /// <summary>The same object answers as without the feature: same answers, same speed.</summary>
    [Fact]
    public async Task WithoutAnEndpointTheDialogItselfAnswers()
    {
        await using var services = Services();

        Assert.Same(services.GetRequiredService<LiveKnowledge>(), services.GetRequiredService<IDialog>());
    }

    /// <summary>Against the dialog alone, without anything that a model could stand behind. Rounds alternate, so what the machine does beside it befalls both.</summary>
    [Fact]
    public async Task WithoutAnEndpointEachAnswerIsTheDialogsAndAsFast()
    {
        await using var services = Services();
        var (dialog, alone) = (services.GetRequiredService<IDialog>(), Assistant.Load(KnowledgeLocation.FromCommandLine(null)).Dialogs);
        var today = new DateOnly(2026, 11, 21);
        foreach (var question in Questions)
        {
            Assert.Equal(Said(alone.Take(ConversationState.New, question, today)), Said(dialog.Take(ConversationState.New, question, today)));
            Assert.Null(dialog.Elaborate(ConversationState.New, question, dialog.Take(ConversationState.New, question, today), today, null, TestContext.Current.CancellationToken));
        }

        var (withFeature, without) = (new List<double>(), new List<double>());
        for (var round = 0; round < 41; round++)
        {
            withFeature.Add(RoundOf(question =>
            {
                var first = dialog.Take(ConversationState.New, question, today);
                _ = dialog.Elaborate(ConversationState.New, question, first, today, null, TestContext.Current.CancellationToken);
            }));
            without.Add(RoundOf(question => alone.Take(ConversationState.New, question, today)));
        }

        var ratios = withFeature.Zip(without, (mine, theirs) => mine / theirs).Order().ToArray();
        Assert.True(ratios[ratios.Length / 2] < 1.25, $"A round with the feature takes {ratios[ratios.Length / 2]:0.00} times one without (median of {ratios.Length}).");

        static double RoundOf(Action<string> ask)
        {
            var began = Stopwatch.GetTimestamp();
            foreach (var question in Questions)
                ask(question);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        static string Said(TurnResult turn) => turn.State.ToJson() + string.Join('\n', turn.Replies.Select(reply => PlainTextRenderer.Render(reply.Answer)));
    }

    [Fact]
    public async Task WithAnEndpointTheModelStandsBehindTheDialogWhoseFirstAnswerStaysTheSame()
    {
        await using var services = Services(("Assistant:Model:Endpoint", "http://127.0.0.1:9/v1"), ("Assistant:Model:Name", "none"));
        var (dialog, today, state) = (services.GetRequiredService<IDialog>(), new DateOnly(2026, 11, 21), ConversationState.New);

        Assert.IsType<WordedDialog>(dialog);
        Assert.Equal(
            services.GetRequiredService<LiveKnowledge>().Take(state, "武汉三级医院住院花了3万能报多少", today).Replies[0].Answer.Summary,
            dialog.Take(state, "武汉三级医院住院花了3万能报多少", today).Replies[0].Answer.Summary);
    }

    [Fact]
    public async Task AModelThatCannotBeReachedLeavesTheFirstAnswer()
    {
        await using var services = Services(("Assistant:Model:Endpoint", "http://127.0.0.1:9/v1"), ("Assistant:Model:Name", "none"));
        var (dialog, today, state) = (services.GetRequiredService<WordedDialog>(), new DateOnly(2026, 11, 21), ConversationState.New);
        var question = dialog.Take(state, "武汉三级医院住院花了3万能报多少", today);

        Assert.Null(await dialog.Elaborate(state, "武汉三级医院住院花了3万能报多少", question, today, null, TestContext.Current.CancellationToken)!);
        Assert.Null(dialog.Elaborate(state, "你好", dialog.Take(state, "你好", today), today, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TextThatMustStayHereIsRefusedAServiceElsewhereAtTheStart()
    {
        await using var services = Services(("Assistant:Model:Endpoint", "https://api.example.com/v1"), ("Assistant:Model:Name", "m"), ("Assistant:Model:KeepTextHere", "true"));

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IDialog>);
        Assert.Contains("KeepTextHere", refusal.Message);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value)).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddDialog().BuildServiceProvider();
    }
}
