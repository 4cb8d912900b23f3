using MedBot.Channels.Turns;
using MedBot.Host.Serving;
using MedBot.Host.Serving.Settings;
using MedBot.Host.Tests.Serving.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MedBot.Host.Tests.Serving.Settings;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData(
        "DirectLine:Secret", "x",
        "DirectLine:Secret is not a setting. Is Secrets meant? Settings there are: Secrets, TokenLifetime, ResumeLifetime, TrustedOrigins, LargestActivity, LargestUpload, LongestText.")]
    [InlineData("Webhook:Colour", "red", "Webhook:Colour is not a setting. Settings there are: Secrets, OldestRequest.")]
    [InlineData("ConnectionStrings:Conversation", "Host=x", "ConnectionStrings:Conversation is not a setting. Is Conversations meant? Settings there are: Conversations.")]
    [InlineData("DirctLine:Secrets:0", "x", "DirctLine is not a section of the configuration. Is DirectLine meant?")]
    [InlineData("Storage:RetentionDays", "soon", "Storage:RetentionDays is 'soon': expected a whole number from 1 to 3650.")]
    [InlineData("Storage:RetentionDays", "0", "Storage:RetentionDays is '0': expected a whole number from 1 to 3650.")]
    [InlineData("Storage:RetentionDays", "", "Storage:RetentionDays is '': expected a whole number from 1 to 3650.")]
    [InlineData("Storage:RetentionDays", "99999999999", "Storage:RetentionDays is '99999999999': expected a whole number from 1 to 3650.")]
    [InlineData(
        "DirectLine:TokenLifetime", "1h",
        "DirectLine:TokenLifetime is '1h': expected a time such as 00:05:00 or 1.00:00:00 (days.hours:minutes:seconds) from 00:20:00 to 1.00:00:00.")]
    [InlineData("WeChat:RequireEncryption", "yes", "WeChat:RequireEncryption is 'yes': expected true or false.")]
    [InlineData("Telemetry:OtlpProtocol", "soap", "Telemetry:OtlpProtocol is 'soap': expected one of Grpc, HttpProtobuf.")]
    [InlineData("Telemetry:TraceShare", "2", "Telemetry:TraceShare is '2': expected a number from 0 to 1.")]
    [InlineData("DirectLine:Secrets", "x", "DirectLine:Secrets is a list: write its items as DirectLine:Secrets:0, DirectLine:Secrets:1, … or as an array.")]
    [InlineData("WeChat:Token:0", "x", "WeChat:Token is a single value: a text.")]
    public void AWrongSettingStopsTheStartAndTheMessageTellsWhatIsRight(string setting, string value, string message)
    {
        var refusal = Assert.Throws<SettingsException>(() => Build(setting, value));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void AllWrongSettingsAreToldAtOnce()
    {
        var refusal = Assert.Throws<SettingsException>(() => Build("Storage:RetentionDays", "0", "Webhook:Secret", "x"));

        Assert.Equal(2, refusal.Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("directline:secrets:0", RunningBot.Secret)]
    [InlineData("Logging:LogLevel:Default", "Warning")]
    [InlineData("SomebodyElses:Setting", "x")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "5")]
    [InlineData("Webhook:Secrets", "")]
    public async Task WhatIsRightOrNotOursIsLetPass(string setting, string value)
    {
        await using var app = Build(setting, value);

        Assert.NotNull(app);
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies:0", "proxy.example", "ForwardedHeaders:KnownProxies: 'proxy.example' is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/8.")]
    [InlineData("Telemetry:OtlpEndpoint", "collector:4318", "Telemetry:OtlpEndpoint is 'collector:4318': expected an address such as http://collector:4318.")]
    public async Task AWrongAddressStopsTheStart(string setting, string value, string message)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var app = Build(setting, value);
            await app.StartAsync(TestContext.Current.CancellationToken);
        });

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task EverySectionThatOptionsAreBoundToIsFound()
    {
        IServiceCollection services = null!;
        await using var app = MedBotWebHost.Build(Arguments(), added => Add(services = added));

        var found = BoundSections.Of(services).Select(section => section.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Superset(
            new HashSet<string>(["Audit", "Connector", "DirectLine", "ForwardedHeaders", "Knowledge", "RateLimits", "RequestLimits", "Storage", "Telemetry", "WeChat", "WeCom", "Webhook"], StringComparer.Ordinal),
            found);
    }

    private static WebApplication Build(params string[] settings) => MedBotWebHost.Build(Arguments(settings), Add);

    private static void Add(IServiceCollection services) => services.AddSingleton<IDialog, EchoDialog>();

    private static string[] Arguments(params string[] settings) => RunningBot.Arguments(["urls", "http://127.0.0.1:0", .. settings]);
}
