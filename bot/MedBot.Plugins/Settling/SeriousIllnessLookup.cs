using MedBot.Policy.Care;
using MedBot.Policy.Figures;
using MedBot.Policy.Lookup;
using MedBot.Policy.Settlement;
using MedBot.Policy.Tables;

namespace MedBot.Plugins.Settling;

/// <summary>Finds the person's terms of serious-illness insurance.</summary>
internal static class SeriousIllnessLookup
{
    /// <summary>
    /// The nearest layer's terms that hold today. Null when it gives no bands for the person or no deductible: a sum is
    /// never made from terms that have passed.
    /// </summary>
    public static SeriousIllnessTerms? Find(PolicyBook book, Inquiry inquiry)
    {
        var found = book.Find<SeriousIllnessTable>(inquiry.Place, inquiry.Today, condition: table => !table.Bands.IsEmpty && table.Record.Validity.Contains(inquiry.Today));
        if (found.IsEmpty)
            return null;
        var tables = book.At<SeriousIllnessTable>(found.Layer, inquiry.Today).Tables;
        var bands = tables.SelectMany(table => table.Bands).ToList();
        var tilted = CareTerms.IsInHardship(inquiry) ? bands.Where(band => CareTerms.GroupFit(band.Group, inquiry) is 0 or 1).ToList() : [];
        var own = tilted.Count > 0 ? tilted : bands.Where(band => band.Group == Person.Resident).ToList();
        if (own.Count == 0)
            return null;

        var ownDeductible = own.Select(band => band.Deductible).FirstOrDefault(figure => figure is not null);
        var deductible = ownDeductible ?? First(table => table.Deductible);
        if (deductible is null)
            return null;
        var isTilted = tilted.Count > 0;
        return new SeriousIllnessTerms(
            own[0].Group,
            deductible,
            isTilted && ownDeductible is null ? First(table => table.HardshipDeductibleShare) : null,
            [.. own],
            isTilted && tables.Any(table => table.HardshipIsUncapped) ? null : First(table => table.Ceiling));

        Figure? First(Func<SeriousIllnessTable, Figure?> figure) => tables.Select(figure).FirstOrDefault(one => one is not null);
    }
}
