using System.Net;

namespace MedBot.Channels.Tests.Contract;

/// <summary>A resident's client of some channel, in one conversation.</summary>
internal interface IChannelUser
{
    /// <summary>Says something under an id by which a retry is known, and gives the text of the reply.</summary>
    Task<string> SayAsync(string text, string key);

    /// <summary>Sends any bytes where messages go, with every credential that the channel has.</summary>
    Task<HttpStatusCode> SendAsync(byte[] body, string contentType);
}
