using System.Collections.Immutable;

namespace MedBot.Understanding.Tests;

public sealed class CertaintyIsCalibrated
{
    [Theory]
    [InlineData(0.59, 0.2, true)]
    [InlineData(0.59, 0.05, false)]
    [InlineData(0.74, 0.2, true)]
    [InlineData(0.75, 0.2, false)]
    [InlineData(0.36, 0.3, true)]
    [InlineData(0.34, 0.3, false)]
    public void ThinEvidenceIsAskedBack(double first, double second, bool isAsked) =>
        Assert.Equal(isAsked, Certainty.IsAmbiguous(Candidates((Intent.InpatientRatio, first), (Intent.Deadline, second))));

    [Theory]
    [InlineData(0.59, true)]
    [InlineData(0.6, false)]
    public void AQuestionOnPayingIsAnsweredSoonerBesideAnotherOnPaying(double first, bool isAsked) =>
        Assert.Equal(isAsked, Certainty.IsAmbiguous(Candidates((Intent.Premium, first), (Intent.Deadline, 0.2))));

    [Fact]
    public void WhatIsAnsweredTogetherIsNotAskedBack() =>
        Assert.False(Certainty.IsAmbiguous(Candidates((Intent.StudentChild, 0.5), (Intent.Premium, 0.4))));

    private static ImmutableArray<IntentCandidate> Candidates(params (Intent Intent, double Confidence)[] candidates) =>
        [.. candidates.Select(candidate => new IntentCandidate(candidate.Intent, candidate.Confidence))];
}
