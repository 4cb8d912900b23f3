using MedBot.Policy.Tables;

namespace MedBot.Plugins.Responsibility;

/// <summary>Which office answers for a matter.</summary>
internal static class Offices
{
    public static bool IsFor(Matter matter, ContactPurpose office) => office == PurposeOf(matter);

    /// <summary>The office whose number is told for the matter; for what the hospital's window has in hand, who looks after the hospital.</summary>
    public static ContactPurpose? PurposeOf(Matter matter) => matter switch
    {
        Matter.Payment => ContactPurpose.Payment,
        Matter.Card => ContactPurpose.SocialSecurity,
        Matter.Insurance or Matter.Hospital => ContactPurpose.Insurance,
        _ => null,
    };

    /// <summary>Who is responsible, in a sentence; null when nothing in particular was said.</summary>
    public static string? SentenceOf(Matter matter) => matter switch
    {
        Matter.Payment => "缴费、扣款、退费的事归税务管。",
        Matter.Card => "社保卡丢了、坏了、改密码，归人社管。",
        Matter.Hospital => "押金、结算、病历和票据的事，先找医院的医保窗口或者住院结算处。医院说不清，再问医保局。",
        Matter.Insurance => "参保、报销、备案的事归医保局管。",
        _ => null,
    };
}
