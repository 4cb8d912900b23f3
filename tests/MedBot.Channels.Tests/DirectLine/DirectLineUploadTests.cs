using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MedBot.Channels.Tests.Hosting;

namespace MedBot.Channels.Tests.DirectLine;

/// <summary>Files as Web Chat uploads them: nothing of them is kept but their sort.</summary>
public sealed class DirectLineUploadTests : IAsyncLifetime
{
    private const string NotReadable = "图片和文件里的内容我看不了。请打字提问；请不要发身份证、社保卡和病历的照片。";

    private ChannelServer _server = null!;
    private DirectLineClient _client = null!;
    private string _conversation = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ChannelServer.StartAsync();
        (_client, _conversation) = await DirectLineClient.OpenAsync(_server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task APhotographWithoutWordsIsAnsweredAndNotKept()
    {
        var answer = await UploadAsync(Form(null, ("card.jpg", "image/jpeg", 1000)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var set = await _client.ReadAsync(_conversation, "?watermark=1");
        Assert.Equal([null, NotReadable], set.Texts);
        Assert.Equal(answer.Text("id"), set.Activities[0].GetProperty("id").GetString());
        Assert.Equal("""[{"contentType":"image/jpeg"}]""", set.Activities[0].GetProperty("attachments").GetRawText());
        Assert.Empty(_server.Dialog.Asked);
    }

    [Fact]
    public async Task TheWordsBesideAFileAreAnsweredOnceHoweverOftenTheyAreSent()
    {
        const string Activity = """{"type":"message","text":"这是什么","channelData":{"clientActivityID":"c1"},"from":{"id":"u"}}""";

        var first = await UploadAsync(Form(Activity, ("a.pdf", "application/pdf", 10)));
        var again = await UploadAsync(Form(Activity, ("a.pdf", "application/pdf", 10)));

        Assert.Equal(first.Text("id"), again.Text("id"));
        Assert.Equal(["这是什么"], _server.Dialog.Asked);
        var echo = (await _client.ReadAsync(_conversation, "?watermark=1")).Activities[0];
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Fact]
    public async Task AFileAloneIsTheWholeBody()
    {
        using var content = new ByteArrayContent(new byte[10]);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(content)).Status);
        Assert.Equal([null, NotReadable], (await _client.ReadAsync(_conversation, "?watermark=1")).Texts);
    }

    [Fact]
    public async Task TheLimitCountsTheWholeUpload()
    {
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(Form(null, ("a.jpg", "image/jpeg", 4 * 1024 * 1024 - 1000)))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(Form(null, ("a.jpg", "image/jpeg", 4 * 1024 * 1024)))).Status);
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nnothing")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\nnull\r\n--b--\r\n")]
    [InlineData("image/png", "")]
    public async Task WhatIsNoUploadIsRefused(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(content)).Status);
        Assert.Single((await _client.ReadAsync(_conversation)).Activities);
    }

    private Task<DirectLineAnswer> UploadAsync(HttpContent content) =>
        _client.CallAsync(HttpMethod.Post, $"/v3/directline/conversations/{_conversation}/upload?userId=u", null, request => request.Content = content);

    private static MultipartFormDataContent Form(string? activity, params (string Name, string Type, int Size)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
            form.Add(new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var (name, type, size) in files)
        {
            var file = new ByteArrayContent(new byte[size]);
            file.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(file, "file", name);
        }

        return form;
    }
}
