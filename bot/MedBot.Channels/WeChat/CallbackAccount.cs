using System.Collections.Immutable;

namespace MedBot.Channels.WeChat;

/// <summary>An account on the platform, as its callback address serves it.</summary>
/// <param name="Channel">wechat or wecom.</param>
/// <param name="Token">The secret that signatures are made with.</param>
/// <param name="ReceiverId">The id that encrypted texts are addressed to: AppId or CorpId.</param>
/// <param name="Ciphers">The present key and then the previous one; empty where nothing is encrypted.</param>
/// <param name="EchoesPlain">True where the address is registered with a plain echo, whatever messages come later.</param>
/// <param name="TakesPlain">True to take messages that are not encrypted.</param>
/// <param name="OldestRequest">How old a request may be, and how far ahead of the clock.</param>
/// <param name="ReplyDeadline">How long a resident's reply may take before a notice goes out in its place.</param>
/// <param name="SendsLater">True where the account may send messages by itself: a better answer then comes unasked.</param>
internal sealed record CallbackAccount(
    string Channel,
    string Token,
    string ReceiverId,
    ImmutableArray<MessageCipher> Ciphers,
    bool EchoesPlain,
    bool TakesPlain,
    TimeSpan OldestRequest,
    TimeSpan ReplyDeadline,
    bool SendsLater);
