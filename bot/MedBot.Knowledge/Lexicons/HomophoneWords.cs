using System.Collections.Immutable;

namespace MedBot.Knowledge.Lexicons;

/// <summary>What is needed to read words typed with wrong characters of the same sound: 医宝 → 医保, 抱销 → 报销.</summary>
/// <param name="Words">The words that may be meant.</param>
/// <param name="Sounds">Syllable without tone → characters that are read so.</param>
/// <param name="Never">Real words that sound like one of them and are left alone.</param>
public sealed record HomophoneWords(
    ImmutableArray<string> Words,
    ImmutableDictionary<string, string> Sounds,
    ImmutableArray<string> Never);
