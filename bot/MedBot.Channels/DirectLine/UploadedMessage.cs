using System.Collections.Immutable;
using System.Text.Json;
using MedBot.Channels.Activities;
using MedBot.Channels.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MedBot.Channels.DirectLine;

/// <summary>
/// An upload as a message: files, and in a part of its own the activity that they belong to. MedBot reads no files, and a
/// photograph may show a card, so only what sort each one was is kept.
/// </summary>
internal static class UploadedMessage
{
    private const string ActivityType = "application/vnd.microsoft.activity";

    private const string UnknownType = "application/octet-stream";

    private const int MostFiles = 20;

    /// <exception cref="RefusedRequestException">400 or 413.</exception>
    /// <exception cref="JsonException">The activity is none.</exception>
    public static async Task<Activity> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        var body = await RequestBody.ReadAsync(request, limit, cancellation);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "An upload needs its Content-Type.");
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return body.IsEmpty ? throw Bad("The upload is empty.") : WithFiles(null, [NameOf(request.ContentType)]);

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 70)
            throw Bad("The parts' boundary is missing.");
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            return await ReadPartsAsync(new MultipartReader(boundary, stream), cancellation);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw Bad("The parts cannot be told from one another.");
        }
    }

    private static async Task<Activity> ReadPartsAsync(MultipartReader parts, CancellationToken cancellation)
    {
        Activity? activity = null;
        var files = ImmutableArray.CreateBuilder<string>();
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (NameOf(part.ContentType) == ActivityType)
            {
                activity = await ReadActivityAsync(part, cancellation);
                continue;
            }

            files.Add(NameOf(part.ContentType));
            if (files.Count > MostFiles)
                throw Bad($"An upload may hold {MostFiles} files.");
        }

        return activity is null && files.Count == 0 ? throw Bad("The upload is empty.") : WithFiles(activity, files.ToImmutable());
    }

    private static async Task<Activity> ReadActivityAsync(MultipartSection part, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await part.Body.CopyToAsync(bytes, cancellation);
        JsonBody.Require(bytes.ToArray());
        return JsonSerializer.Deserialize(bytes.ToArray(), ActivityJson.Readable.Activity) ?? throw new JsonException();
    }

    private static Activity WithFiles(Activity? activity, ImmutableArray<string> types) =>
        (activity ?? new Activity { Type = ActivityTypes.Message }) with { Attachments = [.. types.Select(type => new Attachment { ContentType = type })] };

    private static string NameOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Length <= 100 ? type.MediaType.ToString().ToLowerInvariant() : UnknownType;

    private static RefusedRequestException Bad(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);
}
