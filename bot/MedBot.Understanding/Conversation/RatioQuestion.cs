using MedBot.Policy.Care;

namespace MedBot.Understanding.Conversation;

/// <summary>The question on what is paid back for a sort of care.</summary>
internal static class RatioQuestion
{
    /// <summary>The intent that asks it; null for none.</summary>
    public static Intent? Of(CareKind? care) => care switch
    {
        CareKind.Inpatient => Intent.InpatientRatio,
        CareKind.Outpatient or CareKind.Emergency or CareKind.Pharmacy => Intent.OutpatientRatio,
        CareKind.ChronicSpecial or CareKind.TwoDiseases => Intent.ChronicSpecial,
        CareKind.Maternity => Intent.Maternity,
        _ => null,
    };
}
