using System.Collections.Immutable;
using MedBot.Knowledge;
using Microsoft.Extensions.AI;

namespace MedBot.Plugins.Functions;

/// <summary>The plugins as functions that a language model, the HTTP API or an MCP client may call, over one state of the knowledge. Immutable.</summary>
public sealed class PolicyFunctions
{
    /// <param name="knowledge">What is known.</param>
    /// <param name="plugins">The plugins over it, the same that answer dialogs.</param>
    /// <param name="clock">Whose day in China is today.</param>
    public PolicyFunctions(KnowledgeBase knowledge, PluginSet plugins, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var desk = new FunctionDesk(plugins, new PlaceReader(knowledge.Regions), clock);
        All =
        [
            Create(nameof(DeadlinePlugin), "lookup_window", new DeadlineFunction(desk).LookUpWindow),
            Create(nameof(PremiumPlugin), "lookup_premium", new PremiumFunction(desk).LookUpPremium),
            Create("RatioPlugin", "lookup_ratio", new RatioFunction(desk).LookUpRatio),
            Create(nameof(ReimbursementPlugin), "calculate_reimbursement", new ReimbursementFunction(desk).CalculateReimbursement),
            Create(nameof(NewbornPlugin), "enrol_newborn", new NewbornFunction(desk).EnrolNewborn),
            Create(nameof(WaitingPeriodPlugin), "waiting_period", new WaitingPeriodFunction(desk).WaitingPeriod),
            Create("PayGuidePlugin", "pay_guide", new PayGuideFunction(desk).PayGuide),
            Create(nameof(ContactPlugin), "lookup_contact", new ContactFunction(desk).LookUpContact),
            Create(nameof(ArticleSearchPlugin), "search_articles", new ArticleSearchFunction(desk).SearchArticles),
        ];
        ByName = All.ToImmutableDictionary(function => function.Name);

        AnswerFunction Create(string plugin, string name, Delegate method) => new(
            AIFunctionFactory.Create(method, new AIFunctionFactoryOptions
            {
                Name = name,
                SerializerOptions = FunctionJson.Readable,
                // The typed answer, for AnswerFunction to write.
                MarshalResult = (result, _, _) => ValueTask.FromResult(result),
            }),
            plugin,
            clock);
    }

    public ImmutableArray<AnswerFunction> All { get; }

    public ImmutableDictionary<string, AnswerFunction> ByName { get; }
}
