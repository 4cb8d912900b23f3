using System.Collections.Frozen;
using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Regions;
using MedBot.Policy.Lookup;
using MedBot.Policy.Records;

namespace MedBot.Knowledge;

/// <summary>Everything that the bot knows, as read from knowledge/ at one moment. Immutable; a reload makes a new one.</summary>
/// <param name="Regions">Every place of the country.</param>
/// <param name="Sources">The documents that records name, by id.</param>
/// <param name="Book">The dated tables.</param>
/// <param name="Articles">Procedures and explanations.</param>
/// <param name="Version">Hash of all files, to tell in an audit line which knowledge answered.</param>
public sealed record KnowledgeBase(
    RegionDirectory Regions,
    FrozenDictionary<string, SourceDocument> Sources,
    PolicyBook Book,
    ImmutableArray<Article> Articles,
    string Version)
{
    /// <summary>Every record of a table version or an article.</summary>
    public IEnumerable<PolicyRecord> Records => Book.Tables.Select(table => table.Record).Concat(Articles.Select(article => article.Record));
}
