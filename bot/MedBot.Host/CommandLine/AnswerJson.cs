using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MedBot.Dialogs;
using MedBot.Plugins.Functions.Documents;
using MedBot.Policy.Records;
using MedBot.Understanding;

namespace MedBot.Host.CommandLine;

/// <summary>
/// The line that ask --json prints for a message: a contract with scripts. Names are camelCase, the words of enumerations
/// snake_case, days yyyy-MM-dd; what is not known is left out of slots and null elsewhere. A message with several questions
/// is one line: kind, intent and slots are those of the first, the rest is joined, and questions lists each with its own.
/// </summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write(string question, TurnResult turn, string text, TimeSpan elapsed, DateOnly today, bool explain)
    {
        var first = turn.Replies[0];
        var answers = turn.Replies.Select(reply => reply.Answer).ToList();
        var line = new JsonObject
        {
            ["question"] = question,
            ["kind"] = Word(first.Answer.Kind),
            ["intent"] = Word(first.Request.Intent),
            ["slots"] = SlotsOf(first.Request.Slots),
            ["text"] = text,
            ["figures"] = ArrayOf(answers.SelectMany(answer => answer.Figures), figure => FigureDocument.Of(figure, today).ToJson()),
            ["steps"] = ArrayOf(answers.SelectMany(answer => answer.Steps), step => StepDocument.Of(step).ToJson()),
            ["citations"] = ArrayOf(answers.SelectMany(answer => answer.Citations).Distinct(), citation => CitationDocument.Of(citation).ToJson()),
            ["warnings"] = ArrayOf(answers.SelectMany(answer => answer.Warnings).Distinct(), warning => warning),
            ["followUps"] = ArrayOf(answers.SelectMany(answer => answer.FollowUps).Distinct(), button => button.Message),
            ["confidence"] = Math.Round(first.Request.Confidence, 3),
            ["act"] = Word(first.Request.Act),
            ["elapsedMs"] = Math.Round(elapsed.TotalMilliseconds, 3),
        };
        if (turn.Replies.Length > 1)
        {
            line["questions"] = ArrayOf(turn.Replies, reply => new JsonObject
            {
                ["question"] = reply.Request.Text,
                ["kind"] = Word(reply.Answer.Kind),
                ["intent"] = Word(reply.Request.Intent),
                ["slots"] = SlotsOf(reply.Request.Slots),
            });
        }
        if (explain)
            line["why"] = ArrayOf(turn.Replies.SelectMany(reply => reply.Request.Why), why => why);
        return line.ToJsonString(Options);
    }

    private static JsonObject SlotsOf(Slots slots)
    {
        var json = new JsonObject();
        Add("region", slots.Region, RegionOf);
        Add("year", slots.Year, year => year);
        if (slots.Persons is { Value: [var person, ..] } persons)
        {
            json["person"] = Word(person);
            json["persons"] = ArrayOf(persons.Value, group => Word(group));
        }
        Add("hospitalLevel", slots.HospitalLevel, level => Word(level));
        Add("care", slots.Care, care => Word(care));
        Add("amountYuan", slots.AmountYuan, amount => Plain(amount));
        Add("selfPaidYuan", slots.SelfPaidYuan, amount => Plain(amount));
        Add("classBYuan", slots.ClassBYuan, amount => Plain(amount));
        Add("overLimitYuan", slots.OverLimitYuan, amount => Plain(amount));
        Add("paidThisYearYuan", slots.PaidThisYearYuan, amount => Plain(amount));
        Add("stayOfYear", slots.StayOfYear, number => number);
        Add("payChannel", slots.Channel, channel => Word(channel));
        Add("birthDate", slots.BirthDate, day => day.ToString("yyyy-MM-dd"));
        Add("ageYears", slots.AgeYears, age => age);
        Add("lapsedYears", slots.LapsedYears, years => years);
        Add("repaidYears", slots.RepaidYears, years => years);
        Add("employeeCoverEnded", slots.EmployeeCoverEnded, day => day.ToString("yyyy-MM-dd"));
        Add("paymentMonth", slots.PaymentMonth, month => month.ToString("yyyy-MM"));
        Add("paymentDate", slots.PaymentDate, day => day.ToString("yyyy-MM-dd"));
        Add("treatment", slots.Treatment, name => name);
        Add("elsewhere", slots.Elsewhere, elsewhere => elsewhere);
        Add("circumstance", slots.Circumstance, circumstance => circumstance.ToString());
        Add("destination", slots.Destination, RegionOf);
        return json;

        void Add<T>(string name, Slot<T>? slot, Func<T, JsonNode?> write)
            where T : notnull
        {
            if (slot is not null)
                json[name] = write(slot.Value);
        }
    }

    private static JsonObject RegionOf(Region region) => new() { ["code"] = region.Code, ["name"] = region.FullName };

    private static JsonArray ArrayOf<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>The number without trailing zeros: 19500, not 19500.00.</summary>
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;
}
