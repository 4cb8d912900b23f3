using System.Text.Json;
using MedBot.Plugins.Functions.Documents;
using MedBot.Policy.Answers;
using MedBot.Policy.Time;
using Microsoft.Extensions.AI;

namespace MedBot.Plugins.Functions;

/// <summary>
/// A function that answers. Whoever knows MedBot asks it for the typed <see cref="Answer"/>; to a language model and the
/// world it is an <see cref="AIFunction"/> that returns the answer as JSON (<see cref="AnswerDocument"/>). Thread-safe.
/// </summary>
public sealed class AnswerFunction : DelegatingAIFunction
{
    private readonly TimeProvider _clock;

    internal AnswerFunction(AIFunction function, string plugin, TimeProvider clock) : base(function) => (Plugin, _clock) = (plugin, clock);

    /// <summary>The plugin that it belongs to: DeadlinePlugin.</summary>
    public string Plugin { get; }

    public override JsonElement? ReturnJsonSchema => AnswerDocument.Schema;

    /// <summary>The answer that a dialog would give with these facts.</summary>
    /// <exception cref="BadArgumentException">An argument is not what the schema asks for.</exception>
    public async ValueTask<Answer> AnswerAsync(AIFunctionArguments arguments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentCheck.Check(JsonSchema, arguments);
        return (Answer)(await InnerFunction.InvokeAsync(arguments, cancellation))!;
    }

    /// <returns>The answer as a <see cref="JsonElement"/>.</returns>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(arguments, cancellationToken);
        return AnswerDocument.Of(answer, ChinaCalendar.Today(_clock)).ToJson();
    }
}
