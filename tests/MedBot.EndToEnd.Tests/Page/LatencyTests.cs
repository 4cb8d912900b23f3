using System.Globalization;
using MedBot.EndToEnd.Tests.Browser;

namespace MedBot.EndToEnd.Tests.Page;

/// <summary>How long a resident waits: from Enter to the answer on the screen, in the real page over the real program and its knowledge.</summary>
public sealed class LatencyTests(ChromiumFixture chromium)
{
    /// <summary>In milliseconds.</summary>
    private const double Bound = 300;

    private static readonly string[] Questions =
    [
        "什么时候交医保", "廊坊居民医保交多少钱", "怎么交医保", "新生儿怎么参保", "石家庄新生儿多少天内办", "廊坊一级医院报销多少", "信阳三级医院住院花了两万能报多少",
        "异地就医怎么备案", "断缴了怎么办", "大病保险怎么报", "门诊能报销吗", "慢特病怎么办", "低保户交多少", "学生怎么交", "医保电话是多少", "等待期多长", "河北封顶线多少",
        "生孩子能报多少", "在北京住院怎么报", "起付线是多少", "医保卡丢了怎么办", "退休了还要交吗", "财政补助多少", "能给家人用吗",
    ];

    // Stands ready for the Enter key, and tells the time to the first frame behind the answer's last message.
    private const string Watch =
        """
        (before) => {
          window.waited = new Promise((done) => {
            let pressed;
            addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = performance.now(); }, { capture: true, once: true });
            const watch = new MutationObserver(() => {
              const messages = document.querySelectorAll('.webchat__basic-transcript__activity');
              if (messages.length < before + 2 || !messages[messages.length - 1].textContent.trim()) return;
              watch.disconnect();
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
            });
            watch.observe(document.body, { childList: true, subtree: true, characterData: true });
          });
        }
        """;

    [Fact]
    public async Task AnAnswerIsOnTheScreenWithin300MillisecondsOfEnter()
    {
        await using var phone = await chromium.OpenPhoneAsync();
        await using var server = await MedBotProcess.StartAsync(TestContext.Current.CancellationToken);
        var chat = await ChatPageDriver.OpenAsync(phone, server.Address);
        var box = chat.Page.GetByPlaceholder("请输入您的问题");
        var times = new List<double>();
        foreach (var question in (string[])["你能做什么", .. Questions])
        {
            var before = await chat.Messages.CountAsync();
            await box.FillAsync(question);
            await chat.Page.EvaluateAsync(Watch, before);
            await box.PressAsync("Enter");
            times.Add(await chat.Page.EvaluateAsync<double>("() => window.waited"));
        }

        // The first one pays for everything that a page loads late.
        var sorted = times.Skip(1).Order().ToArray();
        var report = string.Create(
            CultureInfo.InvariantCulture,
            $"Enter to rendered answer, {sorted.Length} questions: p50 {sorted[sorted.Length / 2]:0} ms, p95 {sorted[(int)(sorted.Length * 0.95)]:0} ms, max {sorted[^1]:0} ms; the page's very first {times[0]:0} ms");
        Console.WriteLine(report);
        // On a machine that runs other tests beside it, single answers wait for the processor; half of them may not.
        Assert.True(sorted[sorted.Length / 2] <= Bound, report);
    }
}
