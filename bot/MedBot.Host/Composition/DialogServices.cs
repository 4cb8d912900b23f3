using MedBot.Channels.Privacy;
using MedBot.Channels.Turns;
using MedBot.LanguageModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Composition;

/// <summary>What answers the channels: the dialog over the live knowledge, and a language model behind it when one is configured.</summary>
internal static class DialogServices
{
    public static IServiceCollection AddDialog(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<LiveKnowledge>();
        services.AddSingleton<LiveFunctions>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveKnowledge>());
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelEndpointValidator>();
        services.AddSingleton<ModelCounters>();
        services.AddSingleton<IChatClient>(provider => new OpenAIChatClient(OptionsOf(provider)));
        services.AddSingleton(provider => new ModelWording(
            provider.GetRequiredService<IChatClient>(), OptionsOf(provider), provider.GetRequiredService<ModelCounters>(), PersonalNumbers.Conceal, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WordedDialog>();
        // Without a model nothing of it is even made.
        return services.AddSingleton<IDialog>(provider => OptionsOf(provider).IsOn ? provider.GetRequiredService<WordedDialog>() : provider.GetRequiredService<LiveKnowledge>());
    }

    private static ModelOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<ModelOptions>>().Value;
}
