using System.Text.Json;
using MedBot.Knowledge.Articles;
using MedBot.Plugins.Functions;
using MedBot.Plugins.Functions.Documents;
using MedBot.Policy.Care;
using Microsoft.Extensions.AI;

namespace MedBot.Plugins.Tests.Functions;

/// <summary>A function gives what a dialog with the same facts gives.</summary>
public sealed class FunctionResults
{
    private static readonly Inquiry Case = new() { Today = Published.Today };

    public static TheoryData<string, string, Topic, Inquiry> Calls { get; } = new()
    {
        { "lookup_window", """{"place":"河北廊坊","year":2026}""", Topic.Deadline, At("131000") with { BenefitYear = 2026 } },
        { "lookup_premium", """{"place":"武汉","person":"student"}""", Topic.Premium, At("420100") with { Persons = [Person.Student] } },
        { "lookup_ratio", """{"place":"420100","hospitalLevel":"tertiary"}""", Topic.InpatientRatio, At("420100") with { HospitalLevel = HospitalLevel.Tertiary } },
        { "lookup_ratio", """{"place":"武汉市","care":"two_diseases"}""", Topic.OutpatientRatio, At("420100") with { Care = CareKind.TwoDiseases } },
        { "enrol_newborn", """{"place":"石家庄","birthDate":"2026-11-01"}""", Topic.Newborn, At("130100") with { Persons = [Person.Newborn], BirthDate = new(2026, 11, 1) } },
        { "waiting_period", """{"place":"廊坊","lapsedYears":3,"paymentDate":"2026-11-20"}""", Topic.LateOrLapse, At("131000") with { LapsedYears = 3, PaymentDate = new(2026, 11, 20) } },
        { "lookup_contact", """{"place":"廊坊"}""", Topic.Contact, At("131000") },
        { "pay_guide", """{"channel":"we_chat"}""", Topic.PaySteps, Case with { Channel = PayChannel.WeChat, Text = "微信怎么交医保" } },
        { "calculate_reimbursement", """{"place":"南昌","hospitalLevel":"tertiary","totalYuan":30000}""", Topic.Calculate, At("360100") with { HospitalLevel = HospitalLevel.Tertiary, AmountYuan = 30_000m } },
    };

    [Theory, MemberData(nameof(Calls))]
    public async Task IsTheDialogsAnswer(string name, string arguments, Topic topic, Inquiry inquiry) =>
        Assert.True(JsonElement.DeepEquals(
            AnswerDocument.Of(CheckedOutKnowledge.Plugins.Answer(topic, inquiry), Published.Today).ToJson(),
            await CallAsync(name, arguments)));

    /// <summary>(30000 − 800) × 60%: the hand calculation of the worked examples.</summary>
    [Fact]
    public async Task TheCalculatorShowsFigureBoundClauseAndValidity()
    {
        var answer = await CallAsync("calculate_reimbursement", """{"place":"湖北武汉","hospitalLevel":"tertiary","totalYuan":30000,"care":"inpatient"}""");

        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        var paid = answer.GetProperty("figures").EnumerateArray().First(figure => figure.GetProperty("value").ToString() == "17520");
        Assert.Equal(("元", "current", "420000"), (paid.GetProperty("unit").GetString(), paid.GetProperty("status").GetString(), paid.GetProperty("region").GetProperty("code").GetString()![..2] + "0000"));
        Assert.NotEmpty(paid.GetProperty("document").GetString()!);
        Assert.Contains(answer.GetProperty("steps").EnumerateArray(), step => step.GetProperty("yuan").GetDecimal() == 17520m && step.GetProperty("authority").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public async Task ABillWithoutLevelAsksForItAndForThePlace()
    {
        var answer = await CallAsync("calculate_reimbursement", """{"totalYuan":30000}""");

        Assert.Equal(["hospital_level", "region"], answer.GetProperty("missing").EnumerateArray().Take(2).Select(fact => fact.GetString()!));
    }

    [Fact]
    public async Task NullsThatAModelWritesForTheUnknownCountAsLeftOut() =>
        Assert.Equal(
            (await CallAsync("lookup_window", """{"place":"廊坊"}""")).GetRawText(),
            (await CallAsync("lookup_window", """{"place":"廊坊","year":null}""")).GetRawText());

    [Theory]
    [InlineData("lookup_window", """{"place":"亚特兰蒂斯"}""", "place", "六位行政区划代码")]
    [InlineData("lookup_window", """{"place":"朝阳区","year":2026}""", "place", "不止一处")]
    [InlineData("lookup_window", """{"jahr":2026}""", "jahr", "没有这个参数")]
    [InlineData("lookup_window", """{"year":"next"}""", "year", "应为整数")]
    [InlineData("lookup_window", """{"year":1066}""", "year", "2000 到 2100")]
    [InlineData("lookup_ratio", """{"hospitalLevel":"best"}""", "hospitalLevel", "community、primary、secondary、tertiary 之一")]
    [InlineData("enrol_newborn", """{"birthDate":"2026-02-30"}""", "birthDate", "日期 YYYY-MM-DD")]
    [InlineData("calculate_reimbursement", "{}", "totalYuan", "必须填写")]
    [InlineData("calculate_reimbursement", """{"totalYuan":-1}""", "totalYuan", "0 到 100000000 元")]
    [InlineData("calculate_reimbursement", """{"totalYuan":100,"selfPaidYuan":200}""", "selfPaidYuan", "不应超过 100")]
    [InlineData("search_articles", """{"question":" "}""", "question", "500 个字")]
    public async Task AWrongArgumentIsRefusedWithWhatWasExpected(string name, string arguments, string parameter, string expected)
    {
        var wrong = await Assert.ThrowsAsync<BadArgumentException>(() => CallAsync(name, arguments));

        Assert.Equal(parameter, wrong.Parameter);
        Assert.Contains(expected, wrong.Expected);
    }

    [Theory]
    [InlineData("131000")]
    [InlineData("廊坊")]
    [InlineData("廊坊市")]
    [InlineData("河北廊坊")]
    [InlineData("河北省廊坊市")]
    [InlineData("河北 廊坊")]
    public void APlaceIsKnownByEveryUsualName(string name) =>
        Assert.Equal("131000", new PlaceReader(CheckedOutKnowledge.Regions).Read("place", name)!.Code);

    [Theory]
    [InlineData("吉林", "220000")]
    [InlineData("河北", "130000")]
    [InlineData("南昌", "360100")]
    public void ThePlaceIsMeantAndNotOneOfTheSameNameInsideIt(string name, string code) =>
        Assert.Equal(code, new PlaceReader(CheckedOutKnowledge.Regions).Read("place", name)!.Code);

    private static Inquiry At(string code) => Case with { Region = CheckedOutKnowledge.Place(code) };

    private static async Task<JsonElement> CallAsync(string name, string arguments)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments)!.ToDictionary(argument => argument.Key, argument => (object?)argument.Value);
        return (JsonElement)(await Published.Functions.ByName[name].InvokeAsync(new AIFunctionArguments(given), TestContext.Current.CancellationToken))!;
    }
}
