using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MedBot.Search.Results;

/// <summary>A hit's score, taken apart for staff. <see cref="ToString"/> gives it in Chinese, a line for each part.</summary>
/// <param name="Terms">Every term of the query, those that add most first.</param>
/// <param name="TermSum">Sum of what the terms add.</param>
/// <param name="ArticleSum">What the score of the whole article adds; zero when the hit is not a part of a longer article.</param>
/// <param name="CoverageFactor">Factor for the covered share of the query.</param>
/// <param name="WindowFactor">Factor for words that stand close together.</param>
/// <param name="Score">(TermSum + ArticleSum) × the factors.</param>
public sealed record SearchExplanation(
    ImmutableArray<ExplainedTerm> Terms, double TermSum, double ArticleSum, double CoverageFactor, double WindowFactor, double Score)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"得分 {Score:F3} = （词项 {TermSum:F3} + 全文 {ArticleSum:F3}）× 覆盖 {CoverageFactor:F3} × 集中 {WindowFactor:F3}");
        foreach (var term in Terms)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {term.Text}\t+{term.Contribution:F3} = 权重 {term.Weight:F2} × idf {term.Idf:F2}（{term.Documents} 段）× 词频分 {term.Frequency:F3}");
        return text.ToString();
    }
}
