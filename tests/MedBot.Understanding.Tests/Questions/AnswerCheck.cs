using MedBot.Channels.Rendering;
using MedBot.Dialogs;
using MedBot.Dialogs.Transcripts;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;

namespace MedBot.Understanding.Tests.Questions;

/// <summary>
/// What residents are told on the labelled questions. A figure is wrong when it answers another question than the one
/// asked, or holds for a place that is not the one asked about nor one that contains it.
/// </summary>
internal sealed class AnswerCheck
{
    private static readonly HashSet<string> OutOfScope =
        ["employee_insurance", "other_social_insurance", "commercial_insurance", "medical_advice", "chitchat", "other"];

    private static readonly Assistant Assistant = Assistant.Load(Bot.Knowledge);
    private static readonly TranscriptRunner Runner = new(Assistant.Dialogs, PlainTextRenderer.Render);

    public List<string> WrongFigures { get; } = [];

    public List<string> UnbackedNumbers { get; } = [];

    /// <summary>Questions of ours that were refused.</summary>
    public List<string> WronglyRefused { get; } = [];

    /// <summary>Questions that are not ours and were answered.</summary>
    public List<string> WronglyAnswered { get; } = [];

    public int Ours { get; private set; }

    public int NotOurs { get; private set; }

    public void Add(Expectation expected)
    {
        var replies = Assistant.Dialogs.Take(ConversationState.New, expected.Message, Bot.Today).Replies;
        UnbackedNumbers.AddRange(Runner.Run(new Transcript(expected.Message, Bot.Today, [new TranscriptTurn(expected.Message, 1, [])], expected.Where)));
        var figures = replies.SelectMany(reply => reply.Answer.Figures.Select(figure => (reply.Request, Figure: figure))).ToList();
        if (expected.Intents.All(OutOfScope.Contains))
        {
            NotOurs++;
            if (figures.Count > 0 || replies.Any(reply => reply.Answer.Kind is AnswerKind.AskBack or AnswerKind.NotPublished) || !replies.All(reply => IsRefusal(reply) || IsSmallTalk(reply)))
                WronglyAnswered.Add($"{expected.Message}\t{replies[0].Answer.Summary}");
            WrongFigures.AddRange(figures.Select(entry => Line(expected, entry.Figure)));
            return;
        }
        Ours++;
        if (replies.All(IsRefusal))
            WronglyRefused.Add($"{expected.Message}\t{replies[0].Answer.Summary}");
        WrongFigures.AddRange(figures.Where(entry => !expected.Intents.Contains(IntentNames.NameOf(entry.Request.Intent)) || !HoldsThere(entry.Figure, expected)).Select(entry => Line(expected, entry.Figure)));
    }

    private static bool IsRefusal(Reply reply) => reply.Answer.Kind is AnswerKind.OutOfScope or AnswerKind.NotUnderstood;

    /// <summary>你好 and 谢谢 are answered in kind.</summary>
    private static bool IsSmallTalk(Reply reply) => reply.Request.Act is not SpeechAct.Ask && reply.Answer.Citations.IsEmpty;

    private static bool HoldsThere(Figure figure, Expectation expected)
    {
        if (expected.Intents.Count > 1)
            return true;
        var named = new[] { "region", "dest" }.Where(expected.Slots.ContainsKey).Select(name => expected.Slots[name]).ToList();
        var holdsFor = figure.Record.Region.FullName;
        return figure.Record.Region.Level == Policy.Records.RegionLevel.Nation || named.Count == 0 || named.Exists(place => place.StartsWith(holdsFor, StringComparison.Ordinal));
    }

    private static string Line(Expectation expected, Figure figure) => $"{expected.Message}\t{figure.Label} {figure.Text}（{figure.Record.Region.FullName}）";
}
