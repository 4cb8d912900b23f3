using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Policy.Settlement;

/// <summary>The lines of a calculation as they come about.</summary>
internal sealed class Lines
{
    private readonly ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();
    private readonly ImmutableArray<string>.Builder _assumptions = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<Step> Steps => _steps.ToImmutable();

    public ImmutableArray<string> Assumptions => _assumptions.ToImmutable();

    public void Add(string name, Quantity yuan, string formula, Figure? basis) => _steps.Add(new Step(name, yuan, formula, basis));

    public void Assume(string sentence) => _assumptions.Add(sentence);

    public static string Yuan(decimal amount) => $"{amount:0.##}元";
}
