using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedBot.Understanding.Scoring;

/// <summary>
/// A multinomial logistic regression over sparse features, blended with plain counts, learnt from the lexicon's examples
/// when the program starts. What the signals already say is given to it as a fixed start, so that it learns only what they leave open.
/// The same examples give the same weights to the last bit. What learning runs through is compiled at its best at once: it
/// is done before the compiler would have noticed.
/// </summary>
internal sealed class LinearModel
{
    private const int Passes = 6;

    /// <summary>Passes at the end whose weights are averaged.</summary>
    private const int Averaged = 4;
    private const float Rate = 0.5f;
    private const float Shrinkage = 0.0004f;

    /// <summary>Share of the plain counts (naive Bayes) in the weights: steadier where a wording is rare.</summary>
    private const float Counts = 0.4f;

    /// <summary>What is added to each count, so that nothing is impossible.</summary>
    private const double Smoothing = 0.1;

    private const ulong OrderSeed = 20_250_101;

    private readonly Dictionary<ulong, int> _columns = [];
    private readonly float[] _weights;
    private readonly int _intents;

    /// <summary>Floats of a row: the intents, filled up to whole vectors.</summary>
    private readonly int _stride;

    private LinearModel(IEnumerable<ulong> features, int intents)
    {
        _intents = intents;
        _stride = (intents + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        foreach (var feature in features)
            _columns.TryAdd(feature, _columns.Count);
        _weights = new float[_columns.Count * _stride];
    }

    /// <summary>One question to learn from.</summary>
    /// <param name="Features">Its features.</param>
    /// <param name="Intent">The right intent.</param>
    /// <param name="Weight">How much it counts.</param>
    /// <param name="Start">What the signals give each intent.</param>
    public sealed record Example(IReadOnlyCollection<ulong> Features, int Intent, double Weight, double[] Start);

    public static LinearModel Learn(IReadOnlyList<Example> examples, int intents)
    {
        // A run of characters seen in one example only says more about that example than about its intent.
        var counts = new Dictionary<ulong, int>();
        foreach (var feature in examples.SelectMany(example => example.Features))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var model = new LinearModel(counts.Where(pair => pair.Value > 1).Select(pair => pair.Key), intents);
        var share = examples.GroupBy(example => example.Intent).ToDictionary(group => group.Key, group => examples.Sum(example => example.Weight) / intents / group.Sum(example => example.Weight));
        model.Fit([.. examples.Select(example => example with { Weight = example.Weight * share[example.Intent] })]);
        model.Blend(examples);
        return model;
    }

    /// <summary>Adds the model's score of each intent; returns the share of neighbouring pairs that it knows, 0 to 1, and how many characters it does not.</summary>
    public (double Familiarity, int Strange) Score(IReadOnlyCollection<ulong> features, Span<double> scores)
    {
        var (known, pairs, columns, strange) = (0, 0, 0, 0);
        Span<float> sums = stackalloc float[_stride];
        sums.Clear();
        foreach (var feature in features)
        {
            var isPair = Features.IsPair(feature);
            pairs += isPair ? 1 : 0;
            if (!_columns.TryGetValue(feature, out var column))
            {
                strange += Features.IsCharacter(feature) ? 1 : 0;
                continue;
            }
            known += Features.IsTelling(feature) ? 1 : 0;
            columns++;
            Add(sums, column);
        }
        var scale = Scale(columns);
        for (var i = 0; i < scores.Length; i++)
            scores[i] += sums[i] * scale;
        return (pairs == 0 ? 0 : (double)known / pairs, strange);
    }

    /// <summary>What a feature adds to an intent's score, for the explanation; 0 when it is not known.</summary>
    public double WeightOf(ulong feature, int intent, int featureCount) =>
        _columns.TryGetValue(feature, out var column) ? _weights[(column * _stride) + intent] * Scale(featureCount) : 0;

    /// <summary>Features of the text that the model knows.</summary>
    public int CountKnown(IReadOnlyCollection<ulong> features) => features.Count(_columns.ContainsKey);

    private static float Scale(int features) => features == 0 ? 0 : 1 / MathF.Sqrt(features);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Span<float> sums, int column)
    {
        var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(column * _stride, _stride));
        var into = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var i = 0; i < into.Length; i++)
            into[i] += row[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fit(IReadOnlyList<Example> examples)
    {
        var columns = examples.Select(example => example.Features.Where(_columns.ContainsKey).Order().Select(feature => _columns[feature]).ToArray()).ToArray();
        var squares = new float[_weights.Length];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = OrderSeed;
        var errors = new float[_stride];
        var mean = new float[_weights.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            Shuffle(order, ref random);
            foreach (var at in order)
            {
                var scale = Scale(columns[at].Length);
                Errors(examples[at], columns[at], scale, errors);
                foreach (var column in columns[at])
                    Step(column, errors, scale, squares);
            }
            // The last passes are averaged: where a single order of the examples would tip the scale, none does.
            if (pass >= Passes - Averaged)
                AddTo(mean);
        }
        mean.CopyTo(_weights.AsSpan());
    }

    private void AddTo(float[] mean)
    {
        for (var i = 0; i < mean.Length; i++)
            mean[i] += _weights[i] / Averaged;
    }

    /// <summary>Moves one row against its gradient, each weight by less the more it has moved before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(int column, float[] errors, float scale, float[] squares)
    {
        var weights = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(column * _stride, _stride));
        var moved = MemoryMarshal.Cast<float, Vector<float>>(squares.AsSpan(column * _stride, _stride));
        var error = MemoryMarshal.Cast<float, Vector<float>>(errors.AsSpan());
        for (var i = 0; i < weights.Length; i++)
        {
            var gradient = (error[i] * scale) + (weights[i] * Shrinkage);
            moved[i] += gradient * gradient;
            weights[i] -= gradient * Rate / (Vector.SquareRoot(moved[i]) + new Vector<float>(0.01f));
        }
    }

    /// <summary>Probability less truth for each intent, times the example's weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Errors(Example example, int[] columns, float scale, float[] errors)
    {
        Array.Clear(errors);
        foreach (var column in columns)
            Add(errors, column);
        Span<double> scores = stackalloc double[_intents];
        for (var i = 0; i < _intents; i++)
            scores[i] = (errors[i] * scale) + example.Start[i];
        Softmax.Apply(scores);
        Array.Clear(errors);
        for (var i = 0; i < _intents; i++)
            errors[i] = (float)((scores[i] - (i == example.Intent ? 1 : 0)) * example.Weight);
    }

    /// <summary>Adds what the plain counts say of each feature, as log odds against the mean of all intents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Blend(IReadOnlyList<Example> examples)
    {
        var counts = new double[_columns.Count * _intents];
        var totals = new double[_intents];
        foreach (var example in examples)
        {
            foreach (var feature in example.Features)
            {
                if (_columns.TryGetValue(feature, out var column))
                    counts[(column * _intents) + example.Intent] += example.Weight;
                totals[example.Intent] += example.Weight;
            }
        }
        Span<double> logs = stackalloc double[_intents];
        for (var column = 0; column < _columns.Count; column++)
        {
            double mean = 0;
            for (var i = 0; i < _intents; i++)
                mean += (logs[i] = Math.Log((counts[(column * _intents) + i] + Smoothing) / (totals[i] + (Smoothing * _columns.Count)))) / _intents;
            for (var i = 0; i < _intents; i++)
                _weights[(column * _stride) + i] += Counts * (float)(logs[i] - mean);
        }
    }

    private static void Shuffle(int[] order, ref ulong random)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            random = unchecked((random * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL);
            var j = (int)((random >> 33) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
