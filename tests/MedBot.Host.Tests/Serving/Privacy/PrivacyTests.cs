using System.Text;
using MedBot.Channels.Audit;
using MedBot.Host.Composition;
using MedBot.Host.Tests.Serving.Hosting;
using MedBot.Storage.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace MedBot.Host.Tests.Serving.Privacy;

/// <summary>The real program over the real knowledge, and the bytes that it leaves on the disk.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Question = "廊坊医保局电话";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("medbot-privacy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task PersonalNumbersReachNeitherTheDiskNorTheLog()
    {
        string[] numbers = ["11010119900307123X", "13800138000", "6222021234567890123"];
        LogLines log;
        await using (var bot = await StartAsync())
        {
            log = bot.Log;
            var open = await bot.OpenAsync();
            (await bot.SayAsync(open, $"我身份证{numbers[0]}，电话{numbers[1]}，社保卡{numbers[2]}，{Question}")).EnsureSuccessStatusCode().Dispose();
            Assert.Contains("［号码已隐去］", await bot.ReadAsync(open), StringComparison.Ordinal);
        }

        Assert.All(numbers, number =>
        {
            Assert.False(IsOnDisk(number), number);
            Assert.DoesNotContain(log.All, line => line.Contains(number, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task WhatAResidentHasDeletedIsNotOnTheDisk()
    {
        const string Words = "zz-words-of-a-resident";
        await using (var bot = await StartAsync())
        {
            var open = await bot.OpenAsync();
            for (var message = 0; message < 20; message++)
                (await bot.SayAsync(open, $"{Words} {Question}")).EnsureSuccessStatusCode().Dispose();
            Assert.Contains(Words, await bot.ReadAsync(open), StringComparison.Ordinal);

            (await bot.SayAsync(open, "删除我的对话")).EnsureSuccessStatusCode().Dispose();
            Assert.DoesNotContain(Words, await bot.ReadAsync(open), StringComparison.Ordinal);
        }

        Assert.False(IsOnDisk(Words));
    }

    [Fact]
    public async Task AConversationIsDeletedAfterItsDaysAndNoSooner()
    {
        var old = await ConverseAsync(day: 0);
        var recent = await ConverseAsync(day: 2);

        await using var bot = await StartAsync(new ShiftedClock(11), "Storage:RetentionDays", "10");
        var store = bot.Services.GetRequiredService<IConversationStore>();
        using var patience = new CancellationTokenSource(Patience);
        while (await store.FindAsync(old, patience.Token) is not null)
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);

        Assert.NotNull(await store.FindAsync(recent, patience.Token));
    }

    [Fact]
    public async Task EachAnswerLeavesALineWithItsRecordsAndTheVersionOfTheKnowledge()
    {
        await using var bot = await StartAsync();
        var open = await bot.OpenAsync();

        (await bot.SayAsync(open, Question, key: "1")).Dispose();
        (await bot.SayAsync(open, Question, key: "1")).Dispose();

        var line = Assert.Single(bot.Log.Of(AnswerAudit.Category));
        var pseudonym = bot.Services.GetRequiredService<Pseudonyms>().Of(open.Conversation);
        Assert.Matches(@$"\AAnswered in {pseudonym} on directline: intent contact, answer, records [a-z0-9 -]*langfang[a-z0-9 -]*, knowledge [0-9a-f]{{12}}, [0-9.]+ ms\z", line);
        Assert.DoesNotContain(bot.Log.All, said => said.Contains(Question, StringComparison.Ordinal) || said.Contains(open.Conversation, StringComparison.Ordinal) || said.Contains("dl_resident", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheAuditIsSwitchedOffByItsCategorysLevel()
    {
        await using var bot = await RunningBot.StartAsync("Logging:LogLevel:MedBot.Audit", "Warning");

        (await bot.SayAsync(await bot.OpenAsync(), "问")).Dispose();

        Assert.Empty(bot.Log.Of(AnswerAudit.Category));
    }

    [Fact]
    public void AKeyChangesPseudonyms()
    {
        static string Of(string key) => new Pseudonyms(Microsoft.Extensions.Options.Options.Create(new AuditOptions { Key = key })).Of("wechat:gh_account:o-resident");

        // printf '%s' wechat:gh_account:o-resident | openssl dgst -sha256 -hmac KEY
        Assert.Equal("425db93a7664ce5d", Of(""));
        Assert.Equal("18eab9a6d03d8cad", Of("key"));
    }

    private async Task<string> ConverseAsync(int day)
    {
        await using var bot = await StartAsync(new ShiftedClock(day));
        return (await bot.OpenAsync()).Conversation;
    }

    private Task<RunningBot> StartAsync(TimeProvider? clock = null, params string[] settings) => RunningBot.StartAsync(
        services =>
        {
            services.AddDialog();
            if (clock is not null)
                services.AddSingleton(clock);
        },
        _folder,
        settings);

    private bool IsOnDisk(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(_folder).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
    }
}
