using MedBot.Understanding.Extraction;
using MedBot.Understanding.Normalisation;

namespace MedBot.Understanding.Acts;

/// <summary>What a message that takes something back says: 打错了，是3万2; 不是门诊，是住院.</summary>
/// <param name="Meant">What is meant: the message without the words that take back.</param>
/// <param name="Denied">The facts that are taken back, where the words name them; null when they only say that something was wrong.</param>
internal sealed record Correction(NormalText Meant, SlotReading? Denied)
{
    /// <summary>True when what is taken back stands in the message itself: 四年，不对，三年吧.</summary>
    public bool IsWithin { get; init; }
}
