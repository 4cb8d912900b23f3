using System.Text.RegularExpressions;
using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>A resident's wish that the conversation be deleted: 删除我的对话. Only the plain wish counts, not a question about it.</summary>
internal static partial class Forgetting
{
    public static Answer Done { get; } =
        new(AnswerKind.Answer, "已经删除：这个对话以前的内容和记住的信息都不再保存。可以重新提问。");

    public static bool IsAskedIn(string text) => Wish.IsMatch(text);

    [GeneratedRegex(@"\A\s*(?:请|帮我|请帮我)?(?:删除|清除|清空)(?:我的|这个|本次)?(?:对话|聊天记录|对话记录|聊天)(?:吧)?[。.!！]?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Wish { get; }
}
