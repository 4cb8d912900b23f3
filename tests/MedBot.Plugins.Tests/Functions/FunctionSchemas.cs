using System.Text.Json;
using MedBot.Plugins.Functions;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Tests.Functions;

/// <summary>What a language model is told of each function.</summary>
public sealed class FunctionSchemas
{
    [Theory]
    [InlineData("DeadlinePlugin", "lookup_window", "place:string? year:integer?")]
    [InlineData("PremiumPlugin", "lookup_premium", "place:string? year:integer? person:enum?")]
    [InlineData("RatioPlugin", "lookup_ratio", "place:string? care:enum? hospitalLevel:enum? year:integer? person:enum?")]
    [InlineData("ReimbursementPlugin", "calculate_reimbursement", "totalYuan:number place:string? hospitalLevel:enum? care:enum? person:enum? selfPaidYuan:number? overLimitYuan:number? classBYuan:number? paidThisYearYuan:number? stayOfYear:integer? elsewhere:boolean? situation:string? year:integer?")]
    [InlineData("NewbornPlugin", "enrol_newborn", "place:string? birthDate:date? paymentDate:date?")]
    [InlineData("WaitingPeriodPlugin", "waiting_period", "place:string? lapsedYears:integer? repaidYears:integer? paymentDate:date? employeeCoverEnded:date? person:enum?")]
    [InlineData("PayGuidePlugin", "pay_guide", "place:string? channel:enum? matter:enum?")]
    [InlineData("ContactPlugin", "lookup_contact", "place:string?")]
    [InlineData("ArticleSearchPlugin", "search_articles", "question:string place:string?")]
    public void ParametersAreTypedAndOptionalUnlessTheAnswerNeedsThem(string plugin, string name, string parameters)
    {
        var function = Published.Functions.ByName[name];
        var required = function.JsonSchema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(one => one.GetString()!).ToHashSet() : [];

        Assert.Equal(plugin, function.Plugin);
        Assert.Equal(parameters, string.Join(' ', Properties(function).Select(property => $"{property.Name}:{TypeOf(property.Value)}{(required.Contains(property.Name) ? "" : "?")}")));
    }

    [Fact]
    public void AllNineAreThere() => Assert.Equal(9, Published.Functions.All.Length);

    [Fact]
    public void EveryFunctionAndParameterIsDescribedInChinese() =>
        Assert.All(
            Published.Functions.All.SelectMany(function => Properties(function).Select(property => property.Value.GetProperty("description").GetString()!).Prepend(function.Description)),
            words => Assert.Contains(words, letter => letter is >= '一' and <= '鿿'));

    [Fact]
    public void EnumerationsAreListedInSnakeCase()
    {
        var level = Published.Functions.ByName["lookup_ratio"].JsonSchema.GetProperty("properties").GetProperty("hospitalLevel");

        Assert.Equal(["community", "primary", "secondary", "tertiary"], WordsOf(level));
        Assert.Equal(Enum.GetValues<Person>().Length, WordsOf(Published.Functions.ByName["lookup_premium"].JsonSchema.GetProperty("properties").GetProperty("person")).Count);
    }

    [Fact]
    public void TheResultsSchemaNamesFigureBoundClauseAndValidity()
    {
        var schema = Published.Functions.All[0].ReturnJsonSchema!.Value;
        var figure = schema.GetProperty("properties").GetProperty("figures").GetProperty("items").GetProperty("properties");

        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.Equal(
            ["value", "unit", "bound", "label", "text", "record", "validFrom", "validTo", "policyYear", "region", "status", "confidence", "document", "clause"],
            figure.EnumerateObject().Select(property => property.Name));
    }

    private static JsonElement.ObjectEnumerator Properties(AnswerFunction function) => function.JsonSchema.GetProperty("properties").EnumerateObject();

    private static string TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out _))
            return "enum";
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "date")
            return "date";
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()!).Single(one => one != "null")
            : type.GetString()!;
    }

    private static List<string> WordsOf(JsonElement schema) =>
        [.. schema.GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString()!)];
}
