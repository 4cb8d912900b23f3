using MedBot.Channels.Tests.DirectLine;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.Turns;

public sealed class WrongClockTests
{
    [Fact]
    public async Task AConversationThatAWrongClockTouchedIsAnsweredForTodayAgainOnceTheClockIsRight()
    {
        await using var server = await ChannelServer.StartAsync();
        var (client, conversation) = await DirectLineClient.OpenAsync(server);
        var right = server.Clock.GetUtcNow();

        server.Clock.SetUtcNow(right.AddMinutes(50));
        await client.SayAsync(conversation, "问一", "m1");
        server.Clock.SetUtcNow(right.AddDays(-1));
        await client.SayAsync(conversation, "问二", "m2");

        Assert.Equal([new DateOnly(2025, 11, 1), new DateOnly(2025, 10, 31)], server.Dialog.Days);
    }
}
