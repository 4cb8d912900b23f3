using System.Collections.Immutable;
using System.Text.Json;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Understanding;

namespace MedBot.Dialogs.Transcripts;

/// <summary>Plays a written conversation and says what is not as written.</summary>
/// <param name="dialogs">The bot.</param>
/// <param name="render">The text that a resident reads.</param>
public sealed class TranscriptRunner(DialogEngine dialogs, Func<Answer, string> render)
{
    /// <summary>A line for each expectation that does not hold, and for each number that nothing backs; empty when all is well.</summary>
    public ImmutableArray<string> Run(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var problems = ImmutableArray.CreateBuilder<string>();
        var state = ConversationState.New;
        var said = new List<decimal>();
        foreach (var turn in transcript.Turns)
        {
            var result = dialogs.Take(state, turn.Message, transcript.Today);
            state = ConversationState.FromJson(result.State.ToJson());
            said.AddRange(NumbersInText.Of(turn.Message));
            said.AddRange(result.Replies.SelectMany(reply => ToldIn(reply.Request.Slots)));
            var text = string.Join("\n\n", result.Replies.Select(reply => render(reply.Answer)));
            foreach (var expectation in turn.Expectations.Where(one => !Holds(one, result, text)))
                problems.Add($"第 {expectation.Line} 行：“{turn.Message}”的回答应当 {expectation.What} {expectation.Value}\n{text}\n");
            foreach (var number in UnbackedNumbers(result, text, said))
                problems.Add($"第 {turn.Line} 行：“{turn.Message}”的回答里有来历不明的数字 {number}\n{text}\n");
        }
        return problems.ToImmutable();
    }

    /// <summary>Numbers of the text that are in no figure, step or citation and that the resident has not said.</summary>
    private static ImmutableArray<decimal> UnbackedNumbers(TurnResult result, string text, IEnumerable<decimal> said)
    {
        var answers = result.Replies.Select(reply => reply.Answer).ToList();
        var backed = answers.SelectMany(answer => answer.Figures).SelectMany(NumbersInText.BackedBy)
            .Concat(answers.SelectMany(answer => answer.Steps).SelectMany(step => NumbersInText.Of(step.Formula).Append(step.Yuan.Low).Append(step.Yuan.High)))
            .Concat(answers.SelectMany(answer => answer.Citations).SelectMany(citation => NumbersInText.Of($"{citation.Title} {citation.Document} {citation.Address}")))
            .Concat(said);
        return NumbersInText.Unbacked(text, backed);
    }

    /// <summary>What the resident told in words: 两万, 断了两年.</summary>
    private static IEnumerable<decimal> ToldIn(Slots slots) => new decimal?[]
    {
        slots.AmountYuan?.Value, slots.SelfPaidYuan?.Value, slots.PaidThisYearYuan?.Value, slots.AgeYears?.Value, slots.LapsedYears?.Value,
    }.OfType<decimal>();

    private static bool Holds(Expectation expectation, TurnResult result, string text)
    {
        var value = expectation.Value;
        return expectation.What switch
        {
            ExpectationKind.Intent => result.Replies.Any(reply => Snake(reply.Request.Intent) == value),
            ExpectationKind.Kind => result.Replies.Any(reply => Snake(reply.Answer.Kind) == value),
            ExpectationKind.Region => result.Replies.Any(reply => reply.Request.Slots.Region?.Value.FullName == value),
            ExpectationKind.Year => result.Replies.Any(reply => reply.Request.Slots.Year?.Value.ToString() == value),
            ExpectationKind.Holds => text.Contains(value, StringComparison.Ordinal),
            ExpectationKind.Lacks => !text.Contains(value, StringComparison.Ordinal),
            ExpectationKind.Figure => result.Replies.SelectMany(reply => reply.Answer.Figures).Any(figure => $"{figure.Label} {figure.Text}" == value),
            ExpectationKind.Button => result.Replies.SelectMany(reply => reply.Answer.FollowUps).Any(button => button.Title == value),
            ExpectationKind.Warning => result.Replies.SelectMany(reply => reply.Answer.Warnings).Any(warning => warning.Contains(value, StringComparison.Ordinal)),
            _ => throw new ArgumentOutOfRangeException(nameof(expectation)),
        };
    }

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
