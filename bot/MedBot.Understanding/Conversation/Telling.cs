using System.Collections.Immutable;
using MedBot.Understanding.Splitting;

namespace MedBot.Understanding.Conversation;

/// <summary>Whether a message only tells more about the question that goes on: 村会计收的 after 交没交, 学校在咸阳 after a ratio.</summary>
internal static class Telling
{
    /// <summary>Questions that people put as questions; others they open by telling: 我断了三年, 我是低保, 住院花了三万.</summary>
    private static readonly ImmutableHashSet<Intent> AskedOutright =
    [
        Intent.Deadline, Intent.Premium, Intent.PaySteps, Intent.PayChannel, Intent.PaymentRecord, Intent.StudentChild,
        Intent.ResidentVsEmployee, Intent.EmployeeInsurance, Intent.Contact, Intent.DocumentOrCode,
    ];

    /// <param name="part">The message or its part.</param>
    /// <param name="said">Its facts.</param>
    /// <param name="context">What the conversation knows.</param>
    public static bool GoesOn(QuestionPart part, Slots said, Context context) =>
        context.LastIntent is { } last && !SlotRules.IsNotOurs(last)
        && !part.HasQuestionWord && (!part.Intent.NamesQuestion || part.Text is [.., '了'])
        && (part.Intent.Best.Confidence < Certainty.Sure || IsAskedOutright(part.Intent.Best.Intent, last, said));

    /// <summary>我户口迁到张掖了, of who pays, tells whose terms hold; 在杭州住的, of a bill, where it was made out.</summary>
    private static bool IsAskedOutright(Intent intent, Intent last, Slots said) => intent switch
    {
        Intent.TransferPlace => SlotRules.IsPaying(last) || last is Intent.RemoteCare,
        // 是生孩子住的 tells what the bill was for.
        Intent.InpatientRatio or Intent.OutpatientRatio or Intent.Maternity or Intent.ChronicSpecial when last is Intent.Calculate => true,
        Intent.InpatientRatio or Intent.OutpatientRatio => last is Intent.CoverageScope or Intent.ChronicSpecial && said.HospitalLevel is null,
        Intent.Newborn => said is { Persons: null, BirthDate: null, BirthMonth: null },
        Intent.RemoteCare => last is Intent.Calculate or Intent.RemoteCare or Intent.Maternity || (SlotRules.PayingBasics.Contains(last) && said is { Destination: null, Care: null }),
        _ => AskedOutright.Contains(intent),
    };
}
