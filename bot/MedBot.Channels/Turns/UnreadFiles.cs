using MedBot.Policy.Answers;

namespace MedBot.Channels.Turns;

/// <summary>What is said to somebody who sends files and no words.</summary>
internal static class UnreadFiles
{
    public static Answer Answer { get; } =
        new(AnswerKind.NotUnderstood, "图片和文件里的内容我看不了。请打字提问；请不要发身份证、社保卡和病历的照片。");
}
