using System.Text.Json;
using MedBot.Storage.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MedBot.Channels.Requests;

/// <summary>Gives every refusal the Bot Framework's shape: {"error":{"code","message"}}. What was sent is neither quoted nor logged.</summary>
internal sealed partial class RefusalFilter(ILogger<RefusalFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (RefusedRequestException refused)
        {
            return Answer(refused.Status, refused.Code, refused.Message);
        }
        catch (JsonException)
        {
            return Answer(StatusCodes.Status400BadRequest, "BadArgument", "The body is not the JSON that is expected here.");
        }
        catch (BadHttpRequestException bad)
        {
            return Answer(bad.StatusCode, "BadRequest", "The request could not be read.");
        }
        catch (StorageException failure)
        {
            StorageFailed(logger, failure);
            context.HttpContext.Response.Headers.RetryAfter = "1";
            return Answer(StatusCodes.Status503ServiceUnavailable, "ServiceError", "The conversations cannot be reached just now.");
        }
    }

    private static IResult Answer(int status, string code, string message) =>
        Results.Json(new ErrorAnswer(new ErrorBody(code, message)), ErrorJson.Default.ErrorAnswer, statusCode: status);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "Conversations cannot be kept or read")]
    private static partial void StorageFailed(ILogger logger, Exception failure);
}
