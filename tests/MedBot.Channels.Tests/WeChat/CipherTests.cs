using System.Security.Cryptography;
using MedBot.Channels.WeChat;

namespace MedBot.Channels.Tests.WeChat;

public sealed class CipherTests
{
    private static readonly MessageCipher Cipher = new(WeChatClient.Key);

    [Fact]
    public void EveryLengthComesBack()
    {
        for (var length = 0; length <= 70; length++)
        {
            var text = new string('x', length);
            Assert.True(Cipher.TryDecrypt(Cipher.Encrypt(text, "wx1"), "wx1", out var back));
            Assert.Equal(text, back);
        }
    }

    [Fact]
    public void TheSameTextIsNeverEncryptedTheSameTwice() => Assert.NotEqual(Cipher.Encrypt("文", "wx1"), Cipher.Encrypt("文", "wx1"));

    [Theory]
    [InlineData("wx12")]
    [InlineData("wx")]
    [InlineData("")]
    public void AnotherReceiverReadsNothing(string receiver) => Assert.False(Cipher.TryDecrypt(Cipher.Encrypt("文", "wx1"), receiver, out _));

    [Theory]
    [InlineData("")]
    [InlineData("####")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void WhatIsNotEncryptedTextIsNotRead(string text) => Assert.False(Cipher.TryDecrypt(text, "wx1", out _));

    [Fact]
    public void RandomBytesAreNeverRead()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[16 * random.Next(1, 12)];
            random.NextBytes(bytes);
            Assert.False(Cipher.TryDecrypt(Convert.ToBase64String(bytes), "wx1", out _));
        }
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(0x80000000u)]
    [InlineData(17u)]
    public void ALengthBeyondTheTextIsNotRead(uint length)
    {
        var plain = new byte[64];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(16), length);
        plain.AsSpan(36).Fill(28);
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(WeChatClient.Key + "=");

        Assert.False(Cipher.TryDecrypt(Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None)), "wx1", out _));
    }
}
