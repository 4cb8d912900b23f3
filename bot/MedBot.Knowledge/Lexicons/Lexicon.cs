using System.Collections.Immutable;

namespace MedBot.Knowledge.Lexicons;

/// <summary>
/// The words that residents use, as staff keep them under knowledge/lexicon: spellings, names of places, persons and
/// hospitals, and what each question sounds like. Data only; immutable.
/// </summary>
public sealed record Lexicon
{
    /// <summary>Traditional character → simplified character.</summary>
    public required ImmutableDictionary<char, char> Simplified { get; init; }

    /// <summary>Synonyms, dialect and typing errors: what is said → what the rest of the lexicon calls it.</summary>
    public required ImmutableArray<Rewording> Rewordings { get; init; }

    /// <summary>Words that no rewording may cut into.</summary>
    public required ImmutableArray<string> Kept { get; init; }

    public required HomophoneWords Homophones { get; init; }

    /// <summary>Pinyin without tones and spaces → word: yibao → 医保.</summary>
    public required ImmutableArray<Rewording> Pinyin { get; init; }

    /// <summary>Words around a question that say nothing: 请问, 麻烦问下.</summary>
    public required ImmutableArray<string> Fillers { get; init; }

    public required PlaceWords Places { get; init; }

    /// <summary>What stands beside a place and says whether one is insured, treated or living there.</summary>
    public required ImmutableArray<WordGroup> PlaceRoles { get; init; }

    /// <summary>What is asked again of the question that goes on, although it sounds like another one.</summary>
    public required ImmutableArray<WordGroup> Threads { get; init; }

    /// <summary>What stands before a fact that does not hold.</summary>
    public required ImmutableArray<WordGroup> Negations { get; init; }

    /// <summary>What stands beside a sum of money and says whether it is a bill.</summary>
    public required ImmutableArray<WordGroup> Amounts { get; init; }

    public required ImmutableArray<PersonWords> Persons { get; init; }

    public required ImmutableArray<LevelWords> HospitalLevels { get; init; }

    public required ImmutableArray<ChannelWords> Channels { get; init; }

    public required ImmutableArray<CareWords> Care { get; init; }

    public required ImmutableArray<CircumstanceWords> Circumstances { get; init; }

    public required ImmutableArray<TreatmentWords> Treatments { get; init; }

    /// <summary>Words that mean the same to a question, under one name: 何时, 缴纳, 报销.</summary>
    public required ImmutableArray<WordGroup> Concepts { get; init; }

    public required ImmutableArray<WordGroup> Acts { get; init; }

    public required ImmutableArray<IntentWords> Intents { get; init; }

    /// <summary>Reads knowledge/lexicon.</summary>
    /// <param name="knowledgePath">The folder knowledge/ itself.</param>
    /// <exception cref="KnowledgeException">A file is missing, or says something that is not allowed there.</exception>
    public static Lexicon Load(string knowledgePath) => new LexiconReader(knowledgePath).Read();
}
