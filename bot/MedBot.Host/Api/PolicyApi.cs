using System.Text.Json;
using MedBot.Host.Composition;
using MedBot.Plugins.Functions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.AI;

namespace MedBot.Host.Api;

/// <summary>The calculator and the look-ups for everybody: /api/v1, described at /openapi/v1.json. Reads only, needs no key.</summary>
internal static class PolicyApi
{
    public const string Prefix = "/api/v1";

    private const string Document = "v1";
    private const string Problem = "application/problem+json";

    public static IServiceCollection AddPolicyApi(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiRoute>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "MedBot 城乡居民医保";
            document.Info.Description = "查政策、算报销。每个数字都带口径（至少、约）、地区、年度、有效期和出处；没有收录的会直说，不会猜。";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(OperationFromFunction.TransformAsync);
    });

    public static void MapPolicyApi(this WebApplication app)
    {
        var functions = app.Services.GetRequiredService<LiveFunctions>();
        app.MapOpenApi("/openapi/{documentName}.json");
        var api = app.MapGroup(Prefix).AddEndpointFilter(AnswerProblemsAsync);
        foreach (var route in ApiRoute.All)
        {
            var endpoint = route.IsPost
                ? api.MapPost(route.Path, (Delegate)((HttpContext context) => PostAsync(context, functions, route)))
                : api.MapGet(route.Path, (Delegate)((HttpContext context) => GetAsync(context, functions, route)));
            endpoint.WithName(route.Function).WithMetadata(route);
        }
        api.MapFallback((Delegate)NoSuchAddress).ExcludeFromDescription();
    }

    private static async Task<IResult> GetAsync(HttpContext context, LiveFunctions functions, ApiRoute route)
    {
        var function = functions.Current.ByName[route.Function];
        return await AnswerAsync(function, QueryArguments.Read(context.Request.Query, function.JsonSchema), context.RequestAborted);
    }

    private static async Task<IResult> PostAsync(HttpContext context, LiveFunctions functions, ApiRoute route) =>
        await AnswerAsync(functions.Current.ByName[route.Function], await BodyArguments.ReadAsync(context, context.RequestAborted), context.RequestAborted);

    private static async Task<IResult> AnswerAsync(AnswerFunction function, AIFunctionArguments arguments, CancellationToken cancellation)
    {
        var answer = (JsonElement)(await function.InvokeAsync(arguments, cancellation))!;
        return Results.Text(answer.GetRawText(), "application/json; charset=utf-8");
    }

    /// <summary>What the caller did wrong, as problem details that name what was expected.</summary>
    private static async ValueTask<object?> AnswerProblemsAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        // Public and without credentials: any page may read it.
        call.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        try
        {
            return await next(call);
        }
        catch (BadArgumentException wrong)
        {
            return Results.Json(
                new ProblemDetails
                {
                    Title = "参数不对",
                    Status = StatusCodes.Status400BadRequest,
                    Detail = wrong.Message,
                    Instance = call.HttpContext.Request.Path,
                    Extensions = { ["parameter"] = wrong.Parameter, ["expected"] = wrong.Expected },
                },
                contentType: Problem,
                statusCode: StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException wrong)
        {
            return Results.Problem(title: "请求不对", detail: wrong.Message, statusCode: wrong.StatusCode, instance: call.HttpContext.Request.Path);
        }
    }

    private static IResult NoSuchAddress(HttpContext context) => Results.Problem(
        title: "没有这个地址",
        detail: $"可用的有：{string.Join("、", ApiRoute.All.Select(route => $"{(route.IsPost ? "POST" : "GET")} {Prefix}{route.Path}"))}；说明在 /openapi/v1.json",
        statusCode: StatusCodes.Status404NotFound,
        instance: context.Request.Path);
}
