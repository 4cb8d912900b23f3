using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using MedBot.Plugins.Functions.Documents;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Functions;

/// <summary>The JSON of parameters and answers, generated at build. Enumerations in snake_case, Chinese unescaped, nulls written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(SnakeCase<HospitalLevel>), typeof(SnakeCase<CareKind>), typeof(SnakeCase<Person>), typeof(SnakeCase<PayChannel>), typeof(SnakeCase<PayMatter>),
        typeof(SnakeCase<AnswerKind>), typeof(SnakeCase<Policy.Figures.Bound>), typeof(SnakeCase<Policy.Time.PeriodStatus>), typeof(SnakeCase<Policy.Records.Confidence>),
    ])]
[JsonSerializable(typeof(HospitalLevel?))]
[JsonSerializable(typeof(CareKind?))]
[JsonSerializable(typeof(Person?))]
[JsonSerializable(typeof(PayChannel?))]
[JsonSerializable(typeof(PayMatter))]
[JsonSerializable(typeof(DateOnly?))]
[JsonSerializable(typeof(decimal?))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(AnswerDocument))]
internal sealed partial class FunctionJson : JsonSerializerContext
{
    // Made when it is first asked for: the generated part of this class must have been initialised before.
    private static readonly Lazy<JsonSerializerOptions> Made = new(Create);

    public static JsonSerializerOptions Readable => Made.Value;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            TypeInfoResolver = Default,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>tertiary for <see cref="HospitalLevel.Tertiary"/>.</summary>
internal sealed class SnakeCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
