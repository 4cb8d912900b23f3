using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Records;

namespace MedBot.LanguageModel.Fence;

/// <summary>What the fence knows of writing: traditional characters, and every name of a place. Immutable, over one state of the knowledge.</summary>
public sealed class FenceVocabulary
{
    private const int ShortestName = 2;

    /// <summary>Counties whose whole name says only what part of a city they are.</summary>
    private static readonly string[] PartsOfCities = ["城区", "郊区", "矿区", "市区", "新区"];

    private readonly FrozenDictionary<char, char> _simplified;
    private readonly FrozenDictionary<string, ImmutableArray<Region>> _places;
    private readonly FrozenDictionary<string, ImmutableArray<Region>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    public FenceVocabulary(RegionDirectory regions, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(lexicon);
        _simplified = lexicon.Simplified.ToFrozenDictionary();
        // A county's bare name that is an everyday word (和平, 公安) is a place only with its suffix.
        var everyday = lexicon.Places.NeedsSuffix.ToHashSet();
        _places = regions.All
            .SelectMany(region => new[] { region.Name, region.ShortName }.Distinct().Select(name => (name, region)))
            .Where(entry => entry.name.Length >= ShortestName && !(entry.region.Level == RegionLevel.County && (everyday.Contains(entry.name) || PartsOfCities.Contains(entry.name))))
            .GroupBy(entry => entry.name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => Meant([.. group.Select(entry => entry.region)]), StringComparer.Ordinal);
        _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _places.Keys.Max(name => name.Length);
    }

    /// <summary>Half width, simplified, small letters; as long as the text was.</summary>
    public char[] Fold(string text)
    {
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i] is >= '！' and <= '～' ? (char)(text[i] - '！' + '!') : text[i];
            letter = _simplified.GetValueOrDefault(letter, letter);
            folded[i] = char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter;
        }
        return folded;
    }

    /// <summary>The longest name of a place that starts here; empty when none does.</summary>
    public ImmutableArray<Region> PlaceAt(ReadOnlySpan<char> text, int start, out int length)
    {
        for (length = Math.Min(_longest, text.Length - start); length >= ShortestName; length--)
        {
            if (_lookup.TryGetValue(text.Slice(start, length), out var places))
                return places;
        }
        length = 0;
        return [];
    }

    /// <summary>河北 is the province and not a district of Tianjin.</summary>
    private static ImmutableArray<Region> Meant(ImmutableArray<Region> places) =>
        places.Any(place => place.Level == RegionLevel.Province) ? [.. places.Where(place => place.Level == RegionLevel.Province)] : places;
}
