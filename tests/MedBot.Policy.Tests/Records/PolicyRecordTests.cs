namespace MedBot.Policy.Tests.Records;

public sealed class PolicyRecordTests
{
    [Fact]
    public void RecordsAreEqualWhenTheirIdsAre()
    {
        var record = Sample.Record("one");

        Assert.Equal(record, record with { Note = "另一句" });
        Assert.NotEqual(record, record with { Id = "two" });
    }
}
