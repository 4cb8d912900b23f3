using System.Diagnostics;
using MedBot.Dialogs;
using MedBot.LanguageModel.Tests.Lying;

namespace MedBot.LanguageModel.Tests.Turns;

/// <summary>What becomes of a turn that a model is asked to word.</summary>
public sealed class WordingTests
{
    private const string Question = "武汉三级医院住院花了3万能报多少";
    private const string Good = "您好，在武汉三级医院住院花了30000元，能报17520元，自己付12480元。";

    [Fact]
    public async Task BackedWordsAreShownWithTheLabelTheFiguresAndTheSources()
    {
        var answer = (await TakeAsync(_ => Says(Good))).Replies.Single().Answer;

        Assert.Equal(Good, answer.Summary);
        Assert.Contains(answer.Warnings, warning => warning.StartsWith("内容由AI生成", StringComparison.Ordinal));
        Assert.Equal(Plain.Citations, answer.Citations);
        Assert.Equal(Plain.Steps, answer.Steps);
        Assert.Equal(Plain.Details, answer.Details);
        Assert.All(Plain.Warnings, warning => Assert.Contains(warning, answer.Warnings));
    }

    [Fact]
    public async Task OneUnbackedSentenceGivesTheDialogsAnswer() => await IsPlainAsync("Fenced 1Number 1", _ => Says(Good, "另外还能再报500元。"));

    [Fact]
    public async Task AModelThatKeepsSilentIsNotWaitedForLongerThanItMay() => await IsPlainAsync("Slow 1", _ => new Script { Hangs = true });

    [Fact]
    public async Task AFailingServiceGivesTheDialogsAnswer() => await IsPlainAsync("Failed 1", _ => new Script { Status = 500 });

    /// <summary>Ten tries that fail are enough to know.</summary>
    [Fact]
    public async Task AServiceThatIsDownIsLeftAlone()
    {
        await using var model = await FakeModel.StartAsync(_ => new Script { Status = 500 }, keepsBodies: true);
        var options = new ModelOptions { Endpoint = model.Address, Name = "fake" };
        using var counters = new ModelCounters();
        using var client = new OpenAIChatClient(options);
        var wording = new ModelWording(client, options, counters, text => text, TimeProvider.System);
        for (var turn = 0; turn < 20; turn++)
            Assert.Null(await wording.WordAsync(Bot.Scene, ConversationState.New, Question, Bot.Ask(Question), Bot.Today, null, TestContext.Current.CancellationToken));

        Assert.Equal(10, model.Bodies.Count);
    }

    [Fact]
    public async Task ACutStreamGivesTheDialogsAnswer() => await IsPlainAsync("Failed 1", _ => Says(Good) with { Cuts = true });

    [Fact]
    public async Task AnEmptyResponseGivesTheDialogsAnswer() => await IsPlainAsync("Refused 1", _ => new Script());

    [Fact]
    public async Task EndlessCallsGiveTheDialogsAnswer() => await IsPlainAsync("Looping 1", heard => new Script { Calls = [("lookup_contact", $"{{\"place\":\"{(heard.Calls % 2 == 0 ? "武汉" : "廊坊")}\"}}")] });

    [Fact]
    public async Task ASentenceThatALimitCutOffIsNotShown() => await IsPlainAsync("TooLong 1", _ => Says(Good) with { Finish = "length" });

    [Fact]
    public async Task WhatAFunctionGaveMayBeTold()
    {
        var turn = await TakeAsync(heard => heard.Calls == 0
            ? new Script { Calls = [("lookup_premium", """{"place":"河北","year":2026}""")] }
            : Says("河北2026年度个人缴费至少400元。"));

        Assert.Equal("河北2026年度个人缴费至少400元。", turn.Replies.Single().Answer.Summary);
        Assert.Contains(turn.Replies.Single().Answer.Figures, figure => figure.Text.Contains("至少400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsToldBeforeTheEndIsLabelledToo() => await TakeAsync(
        _ => Says("您好！", Good), answer => Assert.StartsWith("内容由AI生成", Assert.Single(answer.Warnings), StringComparison.Ordinal));

    [Fact]
    public async Task SentencesAreToldAsTheyPass()
    {
        var told = new List<string>();
        await TakeAsync(_ => Says("您好！", Good), answer => told.Add(answer.Summary));

        Assert.Equal(["您好！", "您好！" + Good], told);
    }

    /// <summary>The model goes on only when the resident has been told what it said so far.</summary>
    [Fact]
    public async Task ASentenceIsToldWithinFiftyMillisecondsWhileTheModelIsStillAtTheNext()
    {
        TaskCompletionSource told;
        var took = new List<double>();
        for (var turn = 0; turn < 11; turn++)
        {
            told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sent = 0L;
            await TakeAsync(
                _ => Says("您好！", Good) with { AfterPiece = _ => (sent = Stopwatch.GetTimestamp()) > 0 ? told.Task : Task.CompletedTask },
                answer =>
                {
                    if (answer.Summary == "您好！")
                        took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                    told.TrySetResult();
                });
        }
        Assert.InRange(took.Order().ElementAt(took.Count / 2), 0, 50);
    }

    [Fact]
    public async Task PersonalNumbersAreMaskedAndNoMoreThanTheLastQuestionIsSent()
    {
        await using var model = await FakeModel.StartAsync(_ => Says(Good), keepsBodies: true);
        var state = ConversationState.New with { LastQuestion = "廊坊什么时候交" };
        await TakeAsync(model, state, "我叫张三，身份证110101199003071234，" + Question, null);

        var sent = Assert.Single(model.Bodies);
        Assert.DoesNotContain("110101199003071234", sent);
        Assert.Contains("隐去", System.Text.Json.JsonElement.Parse(sent).GetProperty("messages")[1].ToString());
        Assert.Equal(2, System.Text.Json.JsonElement.Parse(sent).GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("你好")]
    [InlineData("职工医保怎么报销")]
    [InlineData("重新来")]
    public async Task WhatIsNotOursIsNeverSent(string message)
    {
        await using var model = await FakeModel.StartAsync(_ => Says(Good), keepsBodies: true);
        var turn = await TakeAsync(model, ConversationState.New, message, null);

        Assert.Empty(model.Bodies);
        Assert.Equal(Bot.Ask(message).Replies[0].Answer.Summary, turn.Replies[0].Answer.Summary);
    }

    [Fact]
    public void TextThatMustStayHereForbidsAServiceElsewhere()
    {
        var validator = new ModelEndpointValidator();

        Assert.True(validator.Validate(null, new ModelOptions { Endpoint = new Uri("https://api.example.com/v1"), Name = "m", KeepTextHere = true }).Failed);
        Assert.True(validator.Validate(null, new ModelOptions { Endpoint = new Uri("http://api.example.com/v1"), Name = "m" }).Failed);
        Assert.True(validator.Validate(null, new ModelOptions { Endpoint = new Uri("https://api.example.com/v1") }).Failed);
        Assert.True(validator.Validate(null, new ModelOptions { Endpoint = new Uri("http://localhost:11434/v1"), Name = "m", KeepTextHere = true }).Succeeded);
        Assert.True(validator.Validate(null, new ModelOptions()).Succeeded);
    }

    private static Policy.Answers.Answer Plain => Bot.Ask(Question).Replies.Single().Answer;

    private static Script Says(params string[] sentences) => new() { Sentences = [.. sentences.Select(sentence => new Written(sentence, true))] };

    private static async Task IsPlainAsync(string fallback, Func<Heard, Script> script) =>
        Assert.Equal(Plain.Summary, (await TakeAsync(script, fallback: fallback)).Replies.Single().Answer.Summary);

    private static async Task<TurnResult> TakeAsync(Func<Heard, Script> script, Action<Policy.Answers.Answer>? onProgress = null, string fallback = "")
    {
        await using var model = await FakeModel.StartAsync(script);
        return await TakeAsync(model, ConversationState.New, Question, onProgress, fallback);
    }

    private static async Task<TurnResult> TakeAsync(FakeModel model, ConversationState state, string message, Action<Policy.Answers.Answer>? onProgress, string fallback = "")
    {
        var options = new ModelOptions { Endpoint = model.Address, Name = "fake", FirstTokenPatience = TimeSpan.FromSeconds(1) };
        using var counters = new ModelCounters();
        using var counted = new Counted(counters);
        using var client = new OpenAIChatClient(options);
        var wording = new ModelWording(client, options, counters, text => text.Replace("110101199003071234", "［号码已隐去］", StringComparison.Ordinal), TimeProvider.System);
        var plain = Bot.Scene.Dialogs.Take(state, message, Bot.Today);
        var turn = await wording.WordAsync(Bot.Scene, state, message, plain, Bot.Today, onProgress, TestContext.Current.CancellationToken) ?? plain;
        Assert.Equal(fallback, $"{counted.Fallbacks()}{counted.Fenced()}");
        return turn;
    }
}
