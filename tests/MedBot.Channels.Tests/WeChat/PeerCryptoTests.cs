using System.Diagnostics;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.WeChat;

/// <summary>The other side of the encryption: npm's wechat-crypto, run by Node.</summary>
public sealed class PeerCryptoTests
{
    private const string Text = "<xml><Content><![CDATA[新生儿怎么参保😀]]></Content></xml>";

    [Fact]
    public async Task ThePeerReadsWhatMedBotEncrypts()
    {
        var encrypted = new MessageCipher(WeChatClient.Key).Encrypt(Text, WeChatClient.AppId);

        var read = await PeerAsync("const r = peer.decrypt(input); process.stdout.write(r.id + '\\n' + r.message)", encrypted);

        Assert.Equal($"{WeChatClient.AppId}\n{Text}", read);
    }

    [Fact]
    public async Task MedBotReadsWhatThePeerEncrypts()
    {
        var encrypted = await PeerAsync("process.stdout.write(peer.encrypt(input))", Text);

        Assert.True(new MessageCipher(WeChatClient.Key).TryDecrypt(encrypted, WeChatClient.AppId, out var read));
        Assert.Equal(Text, read);
    }

    [Fact]
    public async Task BothSignAlike()
    {
        var signature = await PeerAsync("process.stdout.write(peer.getSignature('1714036504', '1514711492', input))", "密文AbC+/=");

        Assert.Equal(signature, CallbackSignature.Of(WeChatClient.Token, "1714036504", "1514711492", "密文AbC+/="));
    }

    private static async Task<string> PeerAsync(string script, string input)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "peers", "wechat-crypto");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "index.js")), "wechat-crypto was not fetched from npm.");
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[
            "--no-deprecation",
            "-e",
            "const [folder, token, key, id] = process.argv.slice(1); const peer = new (require(folder))(token, key, id); const input = require('fs').readFileSync(0, 'utf8');" + script,
            folder,
            WeChatClient.Token,
            WeChatClient.Key,
            WeChatClient.AppId])
            start.ArgumentList.Add(argument);

        Process node;
        try
        {
            node = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node.js is not installed.");
            throw;
        }

        using (node)
        {
            await node.StandardInput.WriteAsync(input);
            node.StandardInput.Close();
            var output = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.Equal(0, node.ExitCode);
            return output;
        }
    }
}
