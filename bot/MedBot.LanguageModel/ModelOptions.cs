using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.LanguageModel;

/// <summary>Assistant:Model. Without an endpoint no model is asked and nothing leaves this machine.</summary>
public sealed class ModelOptions
{
    public const string Section = "Assistant:Model";

    /// <summary>Base address of an OpenAI-compatible service, ending before /chat/completions: https://dashscope.aliyuncs.com/compatible-mode/v1. Null switches the model off.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name at that service.</summary>
    public string Name { get; init; } = "";

    /// <summary>The service's key; best set by the environment (Assistant__Model__Key). Empty for services on this machine that need none.</summary>
    public string Key { get; init; } = "";

    /// <summary>When true, only a service on this machine's loopback may be named: no text leaves.</summary>
    public bool KeepTextHere { get; init; }

    /// <summary>How long a resident waits for the model's first word before the deterministic answer is given.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan FirstTokenPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a turn may take in all.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:02:00")]
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Requests to the model in a turn: one more than rounds of plugin calls.</summary>
    [Range(1, 10)]
    public int MostRounds { get; init; } = 4;

    /// <summary>Plugin calls in a turn.</summary>
    [Range(1, 50)]
    public int MostCalls { get; init; } = 8;

    /// <summary>Tokens that one response may have.</summary>
    [Range(50, 10_000)]
    public int MostOutputTokens { get; init; } = 800;

    /// <summary>Characters of a worded answer; a longer one is no answer.</summary>
    [Range(100, 20_000)]
    public int LongestText { get; init; } = 2000;

    public bool IsOn => Endpoint is not null;
}

[OptionsValidator]
public sealed partial class ModelOptionsValidator : IValidateOptions<ModelOptions>;

/// <summary>What the attributes cannot say.</summary>
public sealed class ModelEndpointValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Endpoint is not { } endpoint)
            return ValidateOptionsResult.Success;
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("https" or "http"))
            return ValidateOptionsResult.Fail($"{ModelOptions.Section}:Endpoint must be an http or https address.");
        if (options.Name.Length == 0)
            return ValidateOptionsResult.Fail($"{ModelOptions.Section}:Name must name the model at {endpoint.Host}.");
        if (!endpoint.IsLoopback && options.KeepTextHere)
            return ValidateOptionsResult.Fail($"{ModelOptions.Section}:KeepTextHere forbids that text leaves this machine, and Endpoint is {endpoint.Host}.");
        return !endpoint.IsLoopback && endpoint.Scheme == "http"
            ? ValidateOptionsResult.Fail($"{ModelOptions.Section}:Endpoint must be https unless the service is on this machine.")
            : ValidateOptionsResult.Success;
    }
}
