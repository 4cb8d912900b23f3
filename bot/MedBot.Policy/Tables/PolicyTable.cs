using MedBot.Policy.Figures;
using MedBot.Policy.Records;

namespace MedBot.Policy.Tables;

/// <summary>
/// One version of one table: what a document says for a place and a run of days. Each kind of table is a type of its own;
/// all of them can name their figures, so that overlaps, conflicts and coverage are found without knowing the kind.
/// </summary>
/// <param name="Record">Where it comes from, and where and when it holds.</param>
public abstract record PolicyTable(PolicyRecord Record)
{
    /// <summary>Every figure of the version. Within a version a label stands once.</summary>
    public abstract IEnumerable<Figure> Figures { get; }

    private protected static IEnumerable<Figure> Those(params IEnumerable<Figure?> figures) => figures.OfType<Figure>();
}
