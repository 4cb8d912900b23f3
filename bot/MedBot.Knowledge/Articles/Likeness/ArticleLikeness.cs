namespace MedBot.Knowledge.Articles.Likeness;

/// <summary>How much an article is what a question asks for.</summary>
/// <param name="Article">The article.</param>
/// <param name="Sample">Likeness of its nearest sample question or title, 0 to 1: near 1 it was written for just this question.</param>
/// <param name="Whole">Likeness of its samples and of what it says together, 0 to 3.5: to choose between articles for one question.</param>
public readonly record struct ArticleLikeness(Article Article, double Sample, double Whole);
