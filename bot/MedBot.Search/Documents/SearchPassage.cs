namespace MedBot.Search.Documents;

/// <summary>A part of a document's body that is found and quoted as one.</summary>
/// <param name="Heading">The headings above it, outermost first, as one text; empty when there is none.</param>
/// <param name="Start">Offset of the first character in the body, in UTF-16 code units.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
public readonly record struct SearchPassage(string Heading, int Start, int Length);
