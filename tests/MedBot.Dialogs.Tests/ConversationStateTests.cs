using System.Collections.Immutable;
using MedBot.Policy.Answers;
using MedBot.Policy.Care;
using MedBot.Policy.Records;
using MedBot.Understanding;

namespace MedBot.Dialogs.Tests;

public sealed class ConversationStateTests
{
    private static readonly Region Hebei = new("130000", "河北省", "河北", RegionLevel.Province, Region.Nation);
    private static readonly Region Langfang = new("131000", "廊坊市", "廊坊", RegionLevel.City, Hebei);

    [Fact]
    public void WhatIsRememberedIsThereAfterItWasKept()
    {
        var state = new ConversationState
        {
            LastIntent = Intent.Newborn,
            LastQuestion = "廊坊新生儿怎么报",
            Asked = Fact.HospitalLevel,
            Offered = [new FollowUp("三级", "三级医院")],
            ChosenFrom = [new FollowUp("第三人民医院")],
            Slots = Slots.None with
            {
                Region = new Slot<Region>(Langfang, SlotOrigin.Said, "廊坊"),
                Persons = new Slot<ImmutableArray<Person>>([Person.Newborn], SlotOrigin.Inherited),
                AmountYuan = new Slot<decimal>(23456.78m, SlotOrigin.Said),
                BirthDate = new Slot<DateOnly>(new DateOnly(2025, 10, 3), SlotOrigin.Said),
            },
        };

        var read = ConversationState.FromJson(state.ToJson());

        Assert.Equal(state.ToJson(), read.ToJson());
        Assert.Equal("河北廊坊", read.Slots.Region!.Value.FullName);
        Assert.Equal(Hebei, read.Slots.Region.Value.Province);
        Assert.Equal(23456.78m, read.Slots.AmountYuan!.Value);
        Assert.Equal([Person.Newborn], read.Slots.Persons!.Value);
    }

    [Fact]
    public void WhatWaitsAndWhatWasAnsweredIsThereAfterItWasKept()
    {
        var question = new PastQuestion(Intent.Calculate, "廊坊住院花了两万", Slots.None with { Region = new Slot<Region>(Langfang, SlotOrigin.Said), AmountYuan = new Slot<decimal>(20000m, SlotOrigin.Said) }) { Unknown = [Fact.SelfPaid] };
        var state = ConversationState.New with
        {
            AskedWith = "住的是哪一级医院？",
            AskedBack = true,
            Asked = Fact.HospitalLevel,
            Unknown = [Fact.PaidThisYear],
            Paused = new PausedQuestion(question, Fact.HospitalLevel, "住的是哪一级医院？", [new FollowUp("三级医院")]),
            Later = [question],
            Interruptions = 1,
            Answered = question,
            Reckoned = question,
        };

        var read = ConversationState.FromJson(state.ToJson());

        Assert.Equal(state.ToJson(), read.ToJson());
        Assert.True(read.IsWaiting);
        Assert.Equal("河北廊坊", read.Paused!.Question.Slots.Region!.Value.FullName);
        Assert.Equal([Fact.SelfPaid], read.Later[0].Unknown);
    }

    [Fact]
    public void APausedQuestionThatLacksItsPartsIsGivenUp()
    {
        var read = ConversationState.FromJson("""{"version":1,"lastIntent":"Newborn","paused":{"asked":"Region"},"later":[null,{"intent":"Premium"}],"answered":{"intent":"Premium"}}""");

        Assert.Equal(Intent.Newborn, read.LastIntent);
        Assert.Null(read.Paused);
        Assert.Null(read.Answered);
        Assert.Empty(read.Later);
    }

    [Fact]
    public void AStateThatANewerBuildWroteIsReadWithoutWhatIsNewInIt()
    {
        var read = ConversationState.FromJson(
            """{"version":2,"lastIntent":"Newborn","newMember":{"a":[1]},"lastQuestion":"新生儿怎么参保","slots":{"amountYuan":{"value":100,"origin":"Said","newDetail":true},"newSlot":{"value":1}}}""");

        Assert.Equal(Intent.Newborn, read.LastIntent);
        Assert.Equal("新生儿怎么参保", read.LastQuestion);
        Assert.Equal(100m, read.Slots.AmountYuan!.Value);
    }

    [Fact]
    public void AStateThatAnOlderBuildWroteIsReadAlthoughItLacksMembers()
    {
        var read = ConversationState.FromJson("""{"version":1,"lastIntent":"Newborn"}""");

        Assert.Equal(Intent.Newborn, read.LastIntent);
        Assert.Equal("", read.AskedWith);
        Assert.Empty(read.Offered);
        Assert.Empty(read.ChosenFrom);
        Assert.Null(read.Slots.Region);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"slots\":{\"region\":{\"value\":[],\"origin\":\"Said\"}}}")]
    [InlineData("{\"slots\":{\"region\":{\"value\":[[\"1\"]],\"origin\":\"Said\"}}}")]
    [InlineData("{\"slots\":{\"region\":{\"value\":{\"code\":\"131000\"},\"origin\":\"Said\"}}}")]
    [InlineData("{\"lastIntent\":\"AnIntentOfAnotherBuild\"}")]
    public void AStateThatCannotBeReadIsANewConversation(string json) =>
        Assert.Equal(ConversationState.New.ToJson(), ConversationState.FromJson(json).ToJson());
}
