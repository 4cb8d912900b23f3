namespace MedBot.Search.Analysis;

/// <summary>What a UTF-16 code unit means to the index.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Punctuation, blanks, controls: ends every term.</summary>
    Separator,

    /// <summary>Written without blanks between words: indexed as single characters and pairs. Halves of surrogate pairs count here.</summary>
    Ideograph,

    /// <summary>A letter or digit of an alphabetic script: a whole run is one term.</summary>
    Letter,
}
