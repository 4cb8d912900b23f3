using MedBot.Search.Scoring;

namespace MedBot.Search.Postings;

/// <summary>One field's text of a unit.</summary>
internal readonly record struct UnitText(FieldKind Field, ReadOnlyMemory<char> Text);
