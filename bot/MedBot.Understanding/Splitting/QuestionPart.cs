using MedBot.Understanding.Extraction;
using MedBot.Understanding.Scoring;

namespace MedBot.Understanding.Splitting;

/// <summary>One question of a message.</summary>
/// <param name="Clause">Where it stands in the normal text.</param>
/// <param name="Slots">Its facts, with those that the message states for all its questions.</param>
/// <param name="Intent">What it asks.</param>
/// <param name="Residue">Characters in it that are neither facts nor small words.</param>
/// <param name="HasOwnQuestion">True when its words ask something by themselves and not only by what was asked before.</param>
/// <param name="HasQuestionWord">True when one of its words asks: 多少, 怎么, 吗.</param>
/// <param name="WholeText">The normal text of the message.</param>
internal sealed record QuestionPart(Clause Clause, SlotReading Slots, IntentReading Intent, int Residue, bool HasOwnQuestion, bool HasQuestionWord, string WholeText)
{
    /// <summary>True when it asks the same as before of other words: 猫抓的呢.</summary>
    public bool IsEllipsis { get; init; }

    /// <summary>The normal text of the question.</summary>
    public string Text => WholeText[Clause.Start..Clause.End];
}
