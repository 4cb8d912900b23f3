namespace MedBot.Segmentation.Compiled;

/// <summary>How often a word occurs, and its part of speech as a row in the table of tags. Words alike in both share an entry.</summary>
internal readonly record struct WordEntry(long Frequency, long Tag);
