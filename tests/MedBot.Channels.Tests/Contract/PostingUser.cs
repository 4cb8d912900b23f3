using System.Net;
using System.Net.Http.Headers;

namespace MedBot.Channels.Tests.Contract;

/// <summary>A client that posts whole bodies to one address and finds the reply in the answer.</summary>
/// <param name="http">The server.</param>
/// <param name="address">Where a body goes.</param>
/// <param name="write">A message as a body: text, id.</param>
/// <param name="read">The reply out of an answer's body.</param>
/// <param name="sign">Adds to a request what shows who sends it; null where nothing does.</param>
internal sealed class PostingUser(
    HttpClient http, Func<byte[], string> address, Func<string, string, byte[]> write, Func<string, string> read, Action<HttpRequestMessage, byte[]>? sign = null) : IChannelUser
{
    public async Task<string> SayAsync(string text, string key)
    {
        var (status, body) = await PostAsync(write(text, key), null);
        Assert.Equal(HttpStatusCode.OK, status);
        return read(body);
    }

    public async Task<HttpStatusCode> SendAsync(byte[] body, string contentType) => (await PostAsync(body, contentType)).Status;

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[] body, string? contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address(body), UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType ?? (body[0] == '<' ? "text/xml" : "application/json"));
        sign?.Invoke(request, body);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
