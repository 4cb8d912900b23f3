namespace MedBot.Segmentation;

/// <summary>A word that a user adds to the dictionary.</summary>
/// <param name="Word">The word, not empty.</param>
/// <param name="Frequency">How often it occurs; 0 removes the word; null asks for a frequency that keeps it whole.</param>
/// <param name="Tag">Its part of speech, or null to keep the one that the dictionary has, if any.</param>
public sealed record UserWord(string Word, long? Frequency = null, string? Tag = null);
