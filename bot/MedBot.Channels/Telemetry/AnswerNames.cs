using MedBot.Policy.Answers;
using MedBot.Understanding;

namespace MedBot.Channels.Telemetry;

/// <summary>What meters, spans and audit lines call an answer and what was asked. A closed set of words: none is a resident's.</summary>
internal static class AnswerNames
{
    /// <summary>The intent of what nobody asked: a greeting, a deletion, a file that cannot be read.</summary>
    public const string NoIntent = "none";

    public static string Of(Intent? intent) => intent is { } asked ? IntentNames.NameOf(asked) : NoIntent;

    public static string Of(AnswerKind kind) => kind switch
    {
        AnswerKind.Answer => "answer",
        AnswerKind.AskBack => "ask_back",
        AnswerKind.NotPublished => "not_published",
        AnswerKind.OutOfScope => "out_of_scope",
        _ => "not_understood",
    };
}
