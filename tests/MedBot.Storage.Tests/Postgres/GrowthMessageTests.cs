using System.Text;
using MedBot.Storage.Postgres;

namespace MedBot.Storage.Tests.Postgres;

public sealed class GrowthMessageTests
{
    private const string Me = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void OthersReadTheIdsAndTheSenderNothing()
    {
        var message = Assert.Single(GrowthMessage.Write(["a", "对话 2"], Me));

        Assert.Equal(["a", "对话 2"], GrowthMessage.Read(message, "another")!);
        Assert.Null(GrowthMessage.Read(message, Me));
    }

    [Fact]
    public void ManyIdsAreSplitWithoutLossIntoMessagesThatFitANotification()
    {
        var ids = Enumerable.Range(0, 2000).Select(number => $"{Guid.NewGuid():N}对话{number}").ToList();

        var messages = GrowthMessage.Write(ids, Me);

        Assert.All(messages, message => Assert.InRange(Encoding.UTF8.GetByteCount(message), 1, 7999));
        Assert.Equal(ids, messages.SelectMany(message => GrowthMessage.Read(message, "another")!));
    }

    [Fact]
    public void AnIdThatFitsInNoMessageIsLeftOut() => Assert.Equal("b", Assert.Single(GrowthMessage.Read(Assert.Single(GrowthMessage.Write([new string('a', 9000), "b"], Me)), "another")!));

    [Fact]
    public void NothingMakesNoMessage() => Assert.Empty(GrowthMessage.Write([], Me));
}
