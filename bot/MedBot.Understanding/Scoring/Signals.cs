using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedBot.Knowledge;
using MedBot.Knowledge.Lexicons;

namespace MedBot.Understanding.Scoring;

/// <summary>Evidence that staff state outright, compiled to concepts.</summary>
internal sealed class Signals
{
    private readonly ImmutableArray<Signal> _signals;
    private readonly int _concepts;

    /// <exception cref="KnowledgeException">A signal names a group that concepts.yaml does not have.</exception>
    public Signals(IEnumerable<(IntentWords Words, int Intent)> intents, ConceptReader concepts)
    {
        _concepts = concepts.Names.Length;
        _signals = [.. intents.SelectMany(entry => entry.Words.Signals.Select(signal => Compile(signal, entry.Words.File, entry.Intent, concepts)))];
    }

    /// <summary>The words that signals name by themselves, without @.</summary>
    public static IEnumerable<string> WordsIn(IEnumerable<IntentWords> intents) =>
        intents.SelectMany(intent => intent.Signals).SelectMany(signal => signal.All.SelectMany(Alternatives).Concat(signal.None)).Where(word => word[0] != '@').Distinct();

    /// <summary>Adds the weight of each signal that is found to its intent's score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(IReadOnlyCollection<int> concepts, Span<double> scores, List<(int Intent, double Weight, string Words)>? evidence = null)
    {
        Span<bool> found = stackalloc bool[_concepts];
        found.Clear();
        foreach (var concept in concepts)
            found[concept] = true;
        foreach (var signal in _signals)
        {
            if (!signal.Holds(found))
                continue;
            scores[signal.Intent] += 1.3 * signal.Weight;
            evidence?.Add((signal.Intent, signal.Weight, signal.Words));
        }
    }

    private static Signal Compile(SignalWords signal, string file, int intent, ConceptReader concepts)
    {
        return new Signal(intent, [.. signal.All.Select(entry => Alternatives(entry).Select(Id).ToImmutableArray())], [.. signal.None.Select(Id)], signal.Weight, string.Join("＋", signal.All));

        int Id(string name) => concepts.IdOf(name)
            ?? throw new KnowledgeException(new KnowledgeProblem(file, signal.Line, $"“{name}”不是 concepts.yaml 里的词组", "concepts.yaml 里有的名字，前面加 @"));
    }

    private static string[] Alternatives(string entry) => entry.Split('|');

    private sealed record Signal(int Intent, ImmutableArray<ImmutableArray<int>> All, ImmutableArray<int> None, double Weight, string Words)
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public bool Holds(ReadOnlySpan<bool> found)
        {
            foreach (var any in All)
            {
                if (!HasOne(any, found))
                    return false;
            }
            return !HasOne(None, found);
        }

        private static bool HasOne(ImmutableArray<int> ids, ReadOnlySpan<bool> found)
        {
            foreach (var id in ids)
            {
                if (found[id])
                    return true;
            }
            return false;
        }
    }
}
