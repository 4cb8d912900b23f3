namespace MedBot.Search.Results;

/// <summary>What one term of the query adds to a hit's score.</summary>
/// <param name="Text">The term as the query or an expansion writes it.</param>
/// <param name="Weight">Weight of its kind, summed over its occurrences in the query.</param>
/// <param name="Idf">How rare it is: Lucene's idf.</param>
/// <param name="Documents">In how many passages of the index it stands.</param>
/// <param name="Frequency">Its saturated, length-normalised frequency in the hit, summed over the fields by their weights.</param>
public readonly record struct ExplainedTerm(string Text, double Weight, double Idf, int Documents, double Frequency)
{
    public double Contribution => Weight * Idf * Frequency;
}
