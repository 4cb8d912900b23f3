using System.Collections.Immutable;

namespace MedBot.Dialogs.Transcripts;

/// <summary>A conversation written down with what each answer must hold: a .chat file. See <see cref="TranscriptReader"/> for its form.</summary>
/// <param name="Title">What the conversation shows.</param>
/// <param name="Today">The day on which it takes place.</param>
/// <param name="Origin">File and line.</param>
public sealed record Transcript(string Title, DateOnly Today, ImmutableArray<TranscriptTurn> Turns, string Origin);

/// <param name="Message">What the resident types.</param>
/// <param name="Line">Line in the file, from 1.</param>
public sealed record TranscriptTurn(string Message, int Line, ImmutableArray<Expectation> Expectations);

/// <summary>One thing that must hold for the answer.</summary>
/// <param name="What">Which part of the answer.</param>
/// <param name="Value">What it must be or hold.</param>
public sealed record Expectation(ExpectationKind What, string Value, int Line);

/// <summary>Parts of an answer that a .chat file can speak of, with the word that stands for them there.</summary>
public enum ExpectationKind
{
    /// <summary>意图: the intent in snake_case.</summary>
    Intent,

    /// <summary>类型: answer, ask_back, not_published, out_of_scope, not_understood.</summary>
    Kind,

    /// <summary>地区: the full name of the place understood.</summary>
    Region,

    /// <summary>年度: the benefit year understood.</summary>
    Year,

    /// <summary>含: words that the text holds.</summary>
    Holds,

    /// <summary>不含: words that the text must not hold.</summary>
    Lacks,

    /// <summary>数据: a figure as it is read, label and value: 缴费截止日 2025年2月28日.</summary>
    Figure,

    /// <summary>按钮: a follow-up that is offered.</summary>
    Button,

    /// <summary>提醒: words that some warning holds.</summary>
    Warning,
}
