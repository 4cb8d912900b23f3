using System.Collections.Immutable;
using MedBot.Knowledge.Lexicons;
using MedBot.Policy.Care;
using MedBot.Understanding.Extraction;

namespace MedBot.Understanding.Conversation;

/// <summary>
/// What a conversation is about, by the intent that was answered last: how likely the next message stays with it, and
/// which facts its words may mean.
/// </summary>
/// <param name="Last">The intent that was answered last; null at the beginning.</param>
/// <param name="Known">The facts spoken of before.</param>
internal sealed record Subject(Intent? Last, Slots Known)
{
    /// <summary>Log odds by which a message rather asks the same as before.</summary>
    private const double Persistence = 1.2;

    /// <summary>The same for a message whose words name no subject at all: 要什么材料, 怎么申请.</summary>
    private const double Dependence = 6;

    /// <summary>The same for one that only asks for a share, where a share was spoken of (报几成), or how long it takes (要等几天).</summary>
    private const double Continuation = 9;

    /// <summary>Questions within which 要多交钱吗 stays.</summary>
    private static readonly ImmutableHashSet<Intent> PayingOfGroup = [Intent.Newborn, Intent.LateOrLapse, Intent.LowIncomeAid, Intent.SeriousIllness];

    public static Subject None { get; } = new(null, Slots.None);

    /// <summary>True when a bare day is a birthday.</summary>
    public bool KnowsBirth => Known.BirthDate is not null || Known.BirthMonth is not null;

    /// <summary>True when a span of days or months may be somebody's age: 20天了.</summary>
    public bool IsBirth => KnowsBirth || Speaks(Person.Newborn) || Last == Intent.Newborn;

    /// <summary>True when a number alone may be an age: 68.</summary>
    public bool KnowsAge => Known.AgeYears is not null;

    /// <summary>True when years without cover may be named without saying so: 两年.</summary>
    public bool IsLapse => Known.LapsedYears is not null || Last == Intent.LateOrLapse;

    /// <summary>True when 二级 is the grade of a disability and no hospital.</summary>
    public bool IsDisability => Last == Intent.LowIncomeAid && Speaks(Person.Disabled);

    /// <summary>True when hospital words may stand alone: 社区呢.</summary>
    public bool IsCare => Last is { } last && SlotRules.IsCare(last);

    /// <summary>True when words for a way to pay may stand alone: 村里呢.</summary>
    public bool IsPaying => Last is { } last && SlotRules.IsPaying(last);

    /// <summary>Adds what the conversation says about the next intent.</summary>
    /// <param name="scores">Log odds by intent.</param>
    /// <param name="named">What the message's words name as their subject.</param>
    public void AddTo(Span<double> scores, GroupSubject named)
    {
        if (Last is not { } last || SlotRules.IsNotOurs(last))
            return;
        scores[(int)last] += Persistence;
        // 中间会不会断 after 从廊坊转到北京 is asked of the move.
        if (last == Intent.TransferPlace && Known.LapsedYears is null && IsLikeliest(Intent.LateOrLapse, scores))
            scores[(int)last] = scores[(int)Intent.LateOrLapse] + Persistence;
        var isOpen = named switch
        {
            GroupSubject.General or GroupSubject.Comparison => true,
            GroupSubject.Reimbursement => IsCare,
            GroupSubject.Threshold => IsCare && last != Intent.Calculate,
            GroupSubject.Effect => !SlotRules.PayingBasics.Contains(last),
            GroupSubject.Person or GroupSubject.LookUp => !IsPaying || last == Intent.PaymentRecord,
            GroupSubject.Payment => PayingOfGroup.Contains(last) && (last != Intent.LowIncomeAid || PersonReader.AreInNeed(Known)),
            _ => false,
        };
        if (!isOpen)
            return;
        if (!SlotRules.PayingBasics.Contains(last))
        {
            scores[(int)last] += named is GroupSubject.Comparison or GroupSubject.Reimbursement or GroupSubject.Threshold or GroupSubject.Effect ? Continuation : Dependence;
            return;
        }
        foreach (var basic in SlotRules.PayingBasics)
            scores[(int)basic] += named == GroupSubject.Comparison ? Continuation : Dependence / 2;
    }

    private bool Speaks(Person person) => Known.Persons?.Value.Contains(person) == true;

    private static bool IsLikeliest(Intent intent, ReadOnlySpan<double> scores)
    {
        foreach (var score in scores)
        {
            if (score > scores[(int)intent])
                return false;
        }
        return true;
    }
}
