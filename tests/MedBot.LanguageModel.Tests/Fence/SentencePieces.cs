using MedBot.LanguageModel.Fence;

namespace MedBot.LanguageModel.Tests.Fence;

/// <summary>A text as the fence gets it.</summary>
internal static class SentencePieces
{
    public static IEnumerable<string> Of(string text) => SentenceCutter.Cut(text);
}
