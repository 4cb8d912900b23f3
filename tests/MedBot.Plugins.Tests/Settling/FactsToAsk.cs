using System.Collections.Immutable;
using MedBot.Knowledge.Articles;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;

namespace MedBot.Plugins.Tests.Settling;

/// <summary>What is not known comes back as a list, the fact that moves the sum most first.</summary>
public sealed class FactsToAsk
{
    private static readonly Inquiry Stay = new() { Today = new DateOnly(2026, 11, 21), Care = CareKind.Inpatient };

    [Fact]
    public void WithoutABillTheAmountComesFirst() =>
        Assert.Equal([Fact.Amount, Fact.Region, Fact.HospitalLevel], Missing(Stay));

    /// <summary>At one place the levels lie thirty points apart and more; at one level the places less.</summary>
    [Fact]
    public void OfLevelAndPlaceTheOneThatMovesTheSumMoreComesFirst() =>
        Assert.Equal([Fact.HospitalLevel, Fact.Region], Missing(Stay with { AmountYuan = 30_000m }).Take(2));

    [Fact]
    public void TheLevelIsAskedBeforeWhatOnlyRefinesTheSum() =>
        Assert.Equal(Fact.HospitalLevel, Missing(Wuhan with { AmountYuan = 30_000m })[0]);

    [Fact]
    public void WhatRefinesASumIsNamedInTheOrderOfWhatItMoves() =>
        Assert.Equal(
            [Fact.SelfPaid, Fact.PaidThisYear, Fact.Person, Fact.StayOfYear],
            Missing(Wuhan with { AmountYuan = 30_000m, HospitalLevel = HospitalLevel.Tertiary }));

    [Fact]
    public void NothingIsMissingOnceAllIsKnown() =>
        Assert.Empty(Missing(Wuhan with
        {
            AmountYuan = 30_000m,
            HospitalLevel = HospitalLevel.Tertiary,
            SelfPaidYuan = 0m,
            PaidThisYearYuan = 0m,
            StayOfYear = 1,
            Persons = [Person.MinimumLiving],
        }));

    private static Inquiry Wuhan => Stay with { Region = CheckedOutKnowledge.Place("420100") };

    private static ImmutableArray<Fact> Missing(Inquiry inquiry) => CheckedOutKnowledge.Plugins.Of(Topic.Calculate).Answer(inquiry).Missing;
}
