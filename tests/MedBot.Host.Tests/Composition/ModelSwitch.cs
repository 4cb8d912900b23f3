using MedBot.Channels.Turns;
using MedBot.Host.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Tests.Composition;

/// <summary>Whether a language model stands behind the dialog.</summary>
public sealed class ModelSwitch
{
    /// <summary>The same object answers as without the feature: same answers, same speed.</summary>
    [Fact]
    public async Task WithoutAnEndpointTheDialogItselfAnswers()
    {
        await using var services = Services();

        Assert.Same(services.GetRequiredService<LiveKnowledge>(), services.GetRequiredService<IDialog>());
    }

    [Fact]
    public async Task WithAnEndpointTheModelStandsBehindTheDialogWhoseFirstAnswerStaysTheSame()
    {
        await using var services = Services(("Assistant:Model:Endpoint", "http://127.0.0.1:9/v1"), ("Assistant:Model:Name", "none"));
        var (dialog, today, state) = (services.GetRequiredService<IDialog>(), new DateOnly(2026, 11, 21), Dialogs.ConversationState.New);

        Assert.IsType<WordedDialog>(dialog);
        Assert.Equal(
            services.GetRequiredService<LiveKnowledge>().Take(state, "武汉三级医院住院花了3万能报多少", today).Replies[0].Answer.Summary,
            dialog.Take(state, "武汉三级医院住院花了3万能报多少", today).Replies[0].Answer.Summary);
    }

    [Fact]
    public async Task AModelThatCannotBeReachedLeavesTheFirstAnswer()
    {
        await using var services = Services(("Assistant:Model:Endpoint", "http://127.0.0.1:9/v1"), ("Assistant:Model:Name", "none"));
        var (dialog, today, state) = (services.GetRequiredService<WordedDialog>(), new DateOnly(2026, 11, 21), Dialogs.ConversationState.New);
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
