namespace MedBot.Search.Scoring;

/// <summary>The parts of a unit that are scored apart, each by its own length.</summary>
internal enum FieldKind
{
    Title,

    /// <summary>A question that the document answers. Of several the best counts.</summary>
    Question,

    /// <summary>The headings above a passage.</summary>
    Heading,

    Body,
}
