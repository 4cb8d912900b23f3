namespace MedBot.Segmentation.Keywords;

/// <summary>A word that tells what a text is about. <see cref="Weight"/> is its share of the text's words times its inverse document frequency.</summary>
public readonly record struct Keyword(string Word, double Weight);
