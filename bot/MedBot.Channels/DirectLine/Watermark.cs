using System.Globalization;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;

namespace MedBot.Channels.DirectLine;

/// <summary>A watermark as clients give it back.</summary>
internal static class Watermark
{
    /// <summary>The mark; null when none was given. An empty one stands for the beginning, since the client that gives it has seen nothing yet.</summary>
    /// <exception cref="RefusedRequestException">400, it is not a number.</exception>
    public static long? Of(HttpRequest request)
    {
        if (!request.Query.TryGetValue("watermark", out var given))
            return null;
        var text = given.ToString();
        if (text.Length == 0)
            return 0;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mark)
            ? Math.Max(0, mark)
            : throw new RefusedRequestException(StatusCodes.Status400BadRequest, "BadArgument", "watermark must be one that the server gave.");
    }
}
