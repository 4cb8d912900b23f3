namespace MedBot.Understanding.Conversation;

/// <summary>Joins facts: what is said now goes before what is known.</summary>
internal static class SlotMerging
{
    /// <summary>The facts of <paramref name="said"/>, and where it has none, those of <paramref name="known"/> as inherited.</summary>
    public static Slots Over(Slots said, Slots known) => new()
    {
        Region = said.Region ?? Inherited(known.Region),
        Year = said.Year ?? Inherited(known.Year),
        Persons = said.Persons ?? Inherited(known.Persons),
        HospitalLevel = said.HospitalLevel ?? Inherited(known.HospitalLevel),
        Care = said.Care ?? Inherited(known.Care),
        AmountYuan = said.AmountYuan ?? Inherited(known.AmountYuan),
        SelfPaidYuan = said.SelfPaidYuan ?? Inherited(known.SelfPaidYuan),
        PaidThisYearYuan = said.PaidThisYearYuan ?? Inherited(known.PaidThisYearYuan),
        StayOfYear = said.StayOfYear ?? Inherited(known.StayOfYear),
        Channel = said.Channel ?? Inherited(known.Channel),
        BirthDate = said.BirthDate ?? (said.BirthMonth is null ? Inherited(known.BirthDate) : null),
        BirthMonth = said.BirthMonth ?? Inherited(known.BirthMonth),
        AgeYears = said.AgeYears ?? (said.Persons is null ? Inherited(known.AgeYears) : null),
        LapsedYears = said.LapsedYears ?? Inherited(known.LapsedYears),
        PaymentDate = said.PaymentDate ?? Inherited(known.PaymentDate),
        Treatment = said.Treatment ?? Inherited(known.Treatment),
        Elsewhere = said.Elsewhere ?? Inherited(known.Elsewhere),
        Destination = said.Destination ?? Inherited(known.Destination),
    };

    /// <summary>The facts of one part of a message, and where it has none, those of its other parts, still as said.</summary>
    public static Slots Beside(Slots part, Slots other) => part with
    {
        Region = part.Region ?? other.Region,
        Year = part.Year ?? other.Year,
        Persons = part.Persons ?? other.Persons,
        AgeYears = part.AgeYears ?? other.AgeYears,
        HospitalLevel = part.HospitalLevel ?? other.HospitalLevel,
        SelfPaidYuan = part.SelfPaidYuan ?? other.SelfPaidYuan,
        PaidThisYearYuan = part.PaidThisYearYuan ?? other.PaidThisYearYuan,
        StayOfYear = part.StayOfYear ?? other.StayOfYear,
        BirthDate = part.BirthDate ?? other.BirthDate,
        BirthMonth = part.BirthMonth ?? other.BirthMonth,
        LapsedYears = part.LapsedYears ?? other.LapsedYears,
        Treatment = part.Treatment ?? other.Treatment,
        Elsewhere = part.Elsewhere ?? other.Elsewhere,
        Destination = part.Destination ?? other.Destination,
    };

    private static Slot<T>? Inherited<T>(Slot<T>? slot)
        where T : notnull =>
        slot is null ? null : slot with { Origin = slot.Origin == SlotOrigin.Assumed ? SlotOrigin.Assumed : SlotOrigin.Inherited };
}
