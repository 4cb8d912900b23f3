using MedBot.Channels.Telemetry;
using MedBot.Policy.Answers;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Audit;

/// <summary>
/// A line for each answer: what was asked by its name, from which records and which version of the knowledge it was
/// answered, how long it took. No text, no user. Off when the category is set above Information. Thread-safe.
/// </summary>
public sealed partial class AnswerAudit(ILoggerFactory loggers, Pseudonyms pseudonyms)
{
    /// <summary>The category of the lines.</summary>
    public const string Category = "MedBot.Audit";

    private const string Nothing = "none";

    private readonly ILogger _log = loggers.CreateLogger(Category);

    internal void Write(in AuditedTurn turn)
    {
        if (!_log.IsEnabled(LogLevel.Information))
            return;
        var conversation = pseudonyms.Of(turn.ConversationId);
        var knowledge = turn.Knowledge.Length == 0 ? Nothing : turn.Knowledge;
        var milliseconds = Math.Round(turn.Elapsed.TotalMilliseconds, 1);
        for (var index = 0; index < turn.Answers.Length; index++)
        {
            var answer = turn.Answers[index];
            var intent = AnswerNames.Of(index < turn.Replies.Length ? turn.Replies[index].Request.Intent : null);
            var (kind, records) = (AnswerNames.Of(answer.Kind), RecordsOf(answer));
            Answered(_log, conversation, turn.Channel, intent, kind, records, knowledge, milliseconds);
        }
    }

    /// <summary>Ids of the records behind the figures and the steps, each once, in the order of the answer.</summary>
    private static string RecordsOf(Answer answer)
    {
        var ids = new List<string>(4);
        foreach (var figure in answer.Figures)
            Add(figure.Record.Id);
        foreach (var step in answer.Steps)
        {
            if (step.Basis is { } basis)
                Add(basis.Record.Id);
        }

        return ids switch
        {
            [] => Nothing,
            [var only] => only,
            _ => string.Join(' ', ids),
        };

        void Add(string id)
        {
            if (!ids.Contains(id))
                ids.Add(id);
        }
    }

    [LoggerMessage(
        EventId = 3010,
        Level = LogLevel.Information,
        SkipEnabledCheck = true,
        Message = "Answered in {Conversation} on {Channel}: intent {Intent}, {Kind}, records {Records}, knowledge {Knowledge}, {Milliseconds} ms")]
    private static partial void Answered(
        ILogger logger, string conversation, string channel, string intent, string kind, string records, string knowledge, double milliseconds);
}
