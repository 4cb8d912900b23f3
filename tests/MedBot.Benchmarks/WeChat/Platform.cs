using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MedBot.Benchmarks.WeChat;

/// <summary>WeChat's platform as a callback address sees it: signed messages of many residents, each with an id of its own.</summary>
internal sealed class Platform(Uri server, string token, int residents) : IDisposable
{
    private static readonly string[] Questions =
    [
        "什么时候交医保", "廊坊居民医保交多少钱", "新生儿怎么参保", "我在石家庄 娃儿刚生20天 医保咋个办", "信阳三级医院住院花了两万能报多少", "异地就医怎么备案",
        "断缴了怎么办", "大病保险怎么报", "廊坊一级医院报销多少", "低保户交多少", "更多", "1", "门诊能报销吗", "河北封顶线多少", "你好", "什么叫起付线",
    ];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly string _run = RandomNumberGenerator.GetHexString(8);
    private long _messages;

    /// <param name="due">When the message is to be sent, as a timestamp of <see cref="Stopwatch"/>.</param>
    public async Task<Reply> AskAsync(long due)
    {
        var number = Interlocked.Increment(ref _messages);
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = $"{_run}{number}";
        var address = new Uri(server, $"/wechat?signature={Sign(token, seconds, nonce)}&timestamp={seconds}&nonce={nonce}");
        using var content = new StringContent(Message(number, seconds), Encoding.UTF8, "text/xml");
        try
        {
            using var response = await _http.PostAsync(address, content);
            var body = await response.Content.ReadAsStringAsync();
            return new Reply(Stopwatch.GetElapsedTime(due), response.IsSuccessStatusCode && IsAnswer(body));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new Reply(Stopwatch.GetElapsedTime(due), false);
        }
    }

    public void Dispose() => _http.Dispose();

    private string Message(long number, string seconds) =>
        $"<xml><ToUserName><![CDATA[gh_benchmark]]></ToUserName><FromUserName><![CDATA[o{_run}{number % residents}]]></FromUserName><CreateTime>{seconds}</CreateTime>"
        + $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{Questions[number % Questions.Length]}]]></Content><MsgId>{number}</MsgId></xml>";

    // The notice that an answer is late holds 还在查.
    private static bool IsAnswer(string body) => body.Contains("<Content><![CDATA[", StringComparison.Ordinal) && !body.Contains("还在查", StringComparison.Ordinal);

    [SuppressMessage("Security", "CA5350", Justification = "The platform prescribes SHA-1.")]
    private static string Sign(params string[] parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));
}
