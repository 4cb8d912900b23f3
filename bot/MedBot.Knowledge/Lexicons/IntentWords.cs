using System.Collections.Immutable;

namespace MedBot.Knowledge.Lexicons;

/// <summary>What a question sounds like: one file under knowledge/lexicon/intents.</summary>
/// <param name="Name">Name in snake_case, equal to the file's.</param>
/// <param name="Title">What a button shows: 什么时候交.</param>
/// <param name="Question">The same as a resident would ask it; what the button says in the resident's place.</param>
/// <param name="Cores">Short phrases that ask this by themselves, also when several stand together without a comma: 什么时候交, 交多少钱.</param>
/// <param name="Signals">Evidence that staff state outright.</param>
/// <param name="Examples">Whole questions to learn from, brackets spelt out.</param>
/// <param name="File">File below knowledge/, for messages.</param>
public sealed record IntentWords(string Name, string Title, string Question, ImmutableArray<string> Cores, ImmutableArray<SignalWords> Signals, ImmutableArray<ExampleQuestion> Examples, string File);

/// <summary>Words that count for an intent whenever they stand together, or against it when the weight is negative.</summary>
/// <param name="All">Each entry must be found: a word, @concept, #fact of the text (#金额), or several of these parted by |.</param>
/// <param name="None">None of these may be found; words or @concepts.</param>
/// <param name="Weight">In natural-log odds: 1 makes the intent about 2.7 times as likely.</param>
/// <param name="Line">Line in the file.</param>
public sealed record SignalWords(ImmutableArray<string> All, ImmutableArray<string> None, double Weight, int Line);

/// <summary>One question to learn from.</summary>
/// <param name="Text">The question.</param>
/// <param name="Weight">1 for a line without brackets; the spellings of a line with brackets share more than that, never as much as one each.</param>
public sealed record ExampleQuestion(string Text, double Weight);
