using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedBot.Policy.Answers;
using MedBot.Understanding.Conversation;

namespace MedBot.Understanding.Extraction;

/// <summary>Which of the days of a text is a birthday and which a day of payment.</summary>
/// <param name="Birth">The birthday or month of birth.</param>
/// <param name="Payment">The day, or only the month, of payment or of the event asked about.</param>
/// <param name="EmployeeCoverEnd">The day, or only the month, in which employee insurance ended.</param>
/// <param name="Mentions">Where days stand.</param>
internal sealed partial record DateReading(ReadDate? Birth, ReadDate? Payment, ReadDate? EmployeeCoverEnd, ImmutableArray<Mention> Mentions)
{
    private const int Reach = 12;

    /// <param name="text">The normal text.</param>
    /// <param name="asked">What the bot has asked for.</param>
    /// <param name="subject">What the conversation is about; where a birthday was spoken of, a bare day is one.</param>
    /// <param name="today">Today in China.</param>
    public static DateReading Read(string text, Fact? asked, Subject subject, DateOnly today)
    {
        var dates = DateReader.Find(text, today).ToList();
        if (dates.Count == 0 && (asked is Fact.BirthDate or Fact.PaymentDate || (subject.IsBirth && asked is null)) && DateReader.FindBare(text, today, mayBeAge: asked != Fact.PaymentDate) is { } bare)
            dates.Add(bare);
        if (dates.Count == 0)
            return new DateReading(null, null, null, []);
        var births = dates.Where(date => date.IsBirth || IsBirth(text, date.Mention)).ToList();
        var birth = births.FirstOrDefault(date => date.Day is not null) ?? births.FirstOrDefault();
        if (birth is null && (asked == Fact.BirthDate || (subject.KnowsBirth && asked is null && !dates.Exists(date => IsPayment(text, date.Mention)))))
            birth = dates[0];
        var payments = dates.Where(date => date != birth && (asked == Fact.PaymentDate || IsPayment(text, date.Mention))).ToList();
        var payment = payments.Find(date => date.Day is not null) ?? payments.FirstOrDefault();
        var ended = dates.Find(date => date != birth && date != payment && IsEndOfEmployment(text, date.Mention));
        return new DateReading(birth, payment, ended, [.. dates.Select(date => date == birth ? date.Mention with { Tag = DateTag.Birth } : date.Mention)]);
    }

    private static bool IsBirth(string text, Mention mention) =>
        Born.IsMatch(Around(text, mention.End, Reach)) || BornBefore.IsMatch(Around(text, Math.Max(0, mention.Start - 5), mention.Start - Math.Max(0, mention.Start - 5)));

    private static bool IsPayment(string text, Mention mention) => Paid.IsMatch(Around(text, mention.End, Reach));

    private static bool IsEndOfEmployment(string text, Mention mention) => Employed.IsMatch(text) && Ended.IsMatch(Around(text, mention.End, Reach));

    private static ReadOnlySpan<char> Around(string text, int start, int length) => text.AsSpan(start, Math.Min(length, text.Length - start));

    [GeneratedRegex(@"\A(?:那天|当天|早上|晚上|夜里|半夜|傍晚|中午|清早|凌晨|下午|上午|刚|才|份|底|初|中旬|里|在|我|老婆|儿媳妇|儿媳|媳妇|家|的|,|，|在[^,，。?？0-9]{1,7}?){0,3}(?:出生|生的|落的地|落地|养出来|刚养|出世|生下|生了|生娃|生孩子|生宝|生小|降生|落地|出世|生日|生,|生，|生的|生|的娃|的宝|的孩子|的新生儿|宝宝|新生儿|刚出生|养的|剖的|剖腹产|剖出)")]
    private static partial Regex Born { get; }

    [GeneratedRegex(@"(?:出生于|出生是|出生日期|出生在|生于|生日|生日是|出生|生在|预产期是?|预产期)(?:是|在|为|:)?\z")]
    private static partial Regex BornBefore { get; }

    [GeneratedRegex("职工|单位|公司|厂里|工厂|离职|辞职|辞工|失业|下岗|社保|上班")]
    private static partial Regex Employed { get; }

    [GeneratedRegex(@"\A(?:份|底|初|中旬|那天|从|单位|公司|厂里|职工|医保|社保|的|就|才|刚|我|被|,|，){0,4}(?:停|断|离职|辞职|辞工|失业|下岗|不干|被裁|到期)")]
    private static partial Regex Ended { get; }

    [GeneratedRegex(@"\A(?:那天|当天|早上|晚上|下午|上午|我|才|刚刚|刚|又|是|重新|就|已经|在|给|他|她|家里|补|的时候|,|，){0,3}(?:交|缴|付|补|参保|续|去交|去缴|扣)")]
    private static partial Regex Paid { get; }
}
