using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Policy.Answers;
using MedBot.Policy.Figures;
using MedBot.Understanding;

namespace MedBot.EndToEnd.Tests;

/// <summary>Answers by rote, so that a test of the page depends on the page alone.</summary>
internal sealed class ScriptedDialog : IDialog
{
    public const string Hello = "您好，请问您想了解什么？";

    public Answer Greeting() => new(AnswerKind.Answer, Hello) { FollowUps = [new FollowUp("缴费截止时间", "什么时候截止"), new FollowUp("算报销")] };

    public TurnResult Take(ConversationState state, string message, DateOnly today) =>
        new([new Reply(new Request(message, SpeechAct.Ask, Intent.Other, 1), message switch { "算报销" => Receipt, "都说说" => Long, _ => Plain(message) })], state);

    private static Answer Plain(string message) => new(AnswerKind.Answer, $"回答：{message}")
    {
        Details = ["第一条 5*3*2", "第二条"],
        Citations = [new Citation("测试文件", "某发〔2025〕1号", "https://example.org/doc")],
        Warnings = ["测试提醒"],
        FollowUps = [new FollowUp("再问一句")],
    };

    private static Answer Long { get; } = new(AnswerKind.Answer, "要说的很多。") { Details = [.. Enumerable.Range(1, 60).Select(number => $"其中第{number}条要注意的事")] };

    private static Answer Receipt { get; } = new(AnswerKind.Answer, "大约能报销7000元。")
    {
        Steps =
        [
            new Step("合规费用", Quantity.Exactly(10000m), "", null),
            new Step("按比例支付", Quantity.About(7000m), "10000 × 70%", null),
        ],
    };
}
