using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MedBot.Host.Serving.Settings;

/// <summary>A section of the configuration and the type that it is bound to.</summary>
internal sealed record BoundSection(string Path, Type Options);

/// <summary>Finds the sections that MedBot's own options are bound to, so that no list of them can be forgotten.</summary>
internal static class BoundSections
{
    private const string OwnNamespace = "MedBot.";

    public static IReadOnlyList<BoundSection> Of(IServiceCollection services)
    {
        // Binding is a step that reads the configuration: run over one that only notes, it tells which section it reads.
        var noted = new NotingConfiguration();
        using var provider = new ServiceCollection().Add(services).AddSingleton<IConfiguration>(noted).BuildServiceProvider();
        return
        [
            .. services
                .Select(service => service.ServiceType)
                .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
                .Select(type => type.GetGenericArguments()[0])
                .Where(options => options.Namespace?.StartsWith(OwnNamespace, StringComparison.Ordinal) == true)
                .Distinct()
                .SelectMany(options => noted.During(() => Bind(options, provider)).Select(path => new BoundSection(path, options)))
                .OrderBy(section => section.Path, StringComparer.Ordinal),
        ];
    }

    private static void Bind(Type options, IServiceProvider provider) => typeof(BoundSections)
        .GetMethod(nameof(BindOptions), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(options)
        .Invoke(null, [provider]);

    private static void BindOptions<TOptions>(IServiceProvider provider)
        where TOptions : class, new()
    {
        foreach (var step in provider.GetServices<IConfigureOptions<TOptions>>().OfType<ConfigureNamedOptions<TOptions, IConfiguration>>())
            step.Action?.Invoke(new TOptions(), step.Dependency);
    }

    /// <summary>A configuration that is empty and remembers which sections it was asked for.</summary>
    private sealed class NotingConfiguration : IConfiguration
    {
        private readonly IConfigurationRoot _empty = new ConfigurationBuilder().Build();

        private readonly List<string> _asked = [];

        /// <summary>The sections that something asks for.</summary>
        public string[] During(Action something)
        {
            _asked.Clear();
            something();
            return [.. _asked];
        }

        public string? this[string key]
        {
            get => null;
            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key)
        {
            _asked.Add(key);
            return _empty.GetSection(key);
        }

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public IChangeToken GetReloadToken() => _empty.GetReloadToken();
    }
}
