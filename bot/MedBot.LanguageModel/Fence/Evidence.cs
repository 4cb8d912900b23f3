using System.Collections.Immutable;
using System.Text;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.LanguageModel.Fence;

/// <summary>
/// What a sentence of this turn may rest on: the typed figures and the text of this turn's answers, and the resident's own
/// words. Grows with each plugin call of the turn; not thread-safe.
/// </summary>
internal sealed class Evidence(SentenceReader reader)
{
    private readonly List<(ShownNumber Number, ImmutableArray<Region> Places, ImmutableArray<int> Years)> _numbers = [];
    private readonly List<ShownNumber> _said = [];
    private readonly HashSet<Region> _places = [];
    private readonly HashSet<Region> _named = [];
    private readonly HashSet<int> _years = [];
    private readonly HashSet<TraitWord> _saidWords = [];
    private readonly StringBuilder _text = new();
    private string? _whole;

    /// <summary>All of it in the fence's spelling.</summary>
    public string Text => _whole ??= _text.ToString();

    /// <summary>True when the place, or one that it lies in or that lies in it, is what this turn is about; a county that a text only names, or the place of a document's issuer, is no more than itself.</summary>
    public bool Knows(Region place) => _named.Contains(place) || _places.Any(known => NumberFence.Agree(place, known));

    public bool Knows(int year) => _years.Contains(year);

    /// <summary>True when the resident used the word.</summary>
    public bool WasSaid(TraitWord word) => _saidWords.Contains(word);

    public IEnumerable<(ShownNumber Number, ImmutableArray<Region> Places, ImmutableArray<int> Years)> For(ShownNumber number) =>
        _numbers.Where(one => number.IsBackedBy(one.Number));

    /// <summary>True when the resident said the number.</summary>
    public bool WasSaid(ShownNumber number) => _said.Exists(number.IsBackedBy);

    public void Add(Answer answer)
    {
        foreach (var line in new[] { answer.Summary }.Concat(answer.Details).Concat(answer.Warnings).Concat(answer.FollowUps.Select(button => button.Message)))
            AddText(line);
        foreach (var step in answer.Steps)
            AddText($"{step.Name}：{step.Formula} = {step.Yuan.ToText("元")}（{step.Authority}）");
        foreach (var citation in answer.Citations)
            AddText($"{citation.Title}（{citation.Document}）{citation.Address}", isSource: true);
        foreach (var figure in answer.Figures)
            Add(figure);
    }

    /// <summary>What the resident wrote: numbers, places and years in it may be repeated.</summary>
    public void AddSaid(string text)
    {
        foreach (var sentence in SentenceCutter.Cut(text))
        {
            var read = reader.Of(sentence);
            _said.AddRange(read.Numbers);
            _saidWords.UnionWith(read.Words);
            Know(read);
        }
    }

    private void AddText(string text, bool isSource = false)
    {
        foreach (var sentence in SentenceCutter.Cut(text))
        {
            var read = reader.OfRecord(sentence);
            _numbers.AddRange(read.Numbers.Select(number => (number, ImmutableArray<Region>.Empty, ImmutableArray<int>.Empty)));
            Know(read, isSource);
        }
    }

    private void Add(Figure figure)
    {
        var record = figure.Record;
        var read = reader.OfRecord($"{figure.Label}：{figure.Text}");
        ImmutableArray<int> years = record.BenefitYear is { } year ? [year] : [];
        foreach (var number in read.Numbers)
        {
            // The bound of the value is the figure's own word; a label may speak of another.
            var bound = number == read.Numbers[^1] && figure.Number is { } value && !value.IsRange ? value.Bound : number.Bound;
            _numbers.Add((number with { Bound = bound }, [record.Region], years));
            if (bound != number.Bound)
                _numbers.Add((number, [record.Region], years));
        }
        Know(read);
        _places.UnionWith(record.Region.Layers().Where(layer => layer.Level != RegionLevel.Nation).Append(Region.Nation));
        _years.UnionWith(years);
        foreach (var day in new[] { record.Validity.First, record.Validity.Last }.OfType<DateOnly>())
            _years.Add(day.Year);
    }

    private void Know(ReadSentence read, bool isSource = false)
    {
        foreach (var place in read.Places.SelectMany(places => places))
            (isSource || place.Level == RegionLevel.County ? _named : _places).Add(place);
        _years.UnionWith(read.Years);
        _years.UnionWith(read.Numbers.Select(ShownNumber.YearOf).OfType<decimal>().Select(year => (int)year));
        _text.Append(read.Folded).Append('\n');
        _whole = null;
    }
}
