using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace MedBot.Host.Serving.Settings;

/// <summary>
/// Holds MedBot's sections of the configuration against the options that they are bound to. The framework passes over a key
/// that it does not know, so that DirectLine:Secret would leave the server without the secret that somebody set.
/// </summary>
internal sealed class SettingsCheck
{
    /// <summary>Read by name and not bound.</summary>
    private static readonly string[] ConnectionStrings = ["Conversations"];

    private const string ConnectionStringsSection = "ConnectionStrings";

    /// <summary>A shorter name is too like others.</summary>
    private const int ShortestLikeName = 5;

    private readonly IConfiguration _configuration;
    private readonly IReadOnlyList<BoundSection> _sections;
    private readonly List<string> _problems = [];

    private SettingsCheck(IConfiguration configuration, IReadOnlyList<BoundSection> sections) => (_configuration, _sections) = (configuration, sections);

    /// <exception cref="SettingsException">A key that is not known, or a value that cannot be what its setting is.</exception>
    public static void Require(IConfiguration configuration, IReadOnlyList<BoundSection> sections)
    {
        var check = new SettingsCheck(configuration, sections);
        check.Run();
        if (check._problems.Count > 0)
            throw new SettingsException(check._problems);
    }

    private void Run()
    {
        foreach (var section in _sections)
            CheckMembers(_configuration.GetSection(section.Path), section.Options);
        foreach (var connection in _configuration.GetSection(ConnectionStringsSection).GetChildren())
            RequireKnown(connection, ConnectionStrings);
        CheckSectionNames();
        CheckNamesWithin();
    }

    private void CheckMembers(IConfigurationSection section, Type type)
    {
        var settings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToArray();
        string[] names = [.. settings.Select(setting => setting.Name)];
        foreach (var child in section.GetChildren())
        {
            if (RequireKnown(child, names))
                CheckValue(child, settings.First(setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private void CheckValue(IConfigurationSection value, PropertyInfo setting)
    {
        var type = Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType;
        var parts = value.GetChildren().ToArray();
        if (type == typeof(string) || TypeDescriptor.GetConverter(type) is { } converter && converter.CanConvertFrom(typeof(string)))
            CheckSingle(value, parts, type, setting);
        else if (ItemOf(type) is null)
            CheckMembers(value, type);
        else if (value.Value is { Length: > 0 })
            _problems.Add($"{value.Path} is a list: write its items as {value.Path}:0, {value.Path}:1, … or as an array.");
    }

    private void CheckSingle(IConfigurationSection value, IConfigurationSection[] parts, Type type, PropertyInfo setting)
    {
        if (parts.Length > 0)
            _problems.Add($"{value.Path} is a single value: {Kind(type)}.");
        else if (value.Value is { } text && type != typeof(string) && !(text.Length == 0 && IsOptional(setting)))
            CheckText(value.Path, text, type, setting);
    }

    private void CheckText(string path, string text, Type type, PropertyInfo setting)
    {
        var range = setting.GetCustomAttribute<RangeAttribute>();
        if (TryRead(text, type, out var read) && range?.IsValid(read) != false)
            return;
        var bounds = range is null ? "" : $" from {Text(range.Minimum)} to {Text(range.Maximum)}";
        _problems.Add($"{path} is '{text}': expected {Kind(type)}{bounds}.");
    }

    /// <summary>An empty text is bound to nothing where nothing is allowed, and to no number at all.</summary>
    private static bool IsOptional(PropertyInfo setting) => !setting.PropertyType.IsValueType || Nullable.GetUnderlyingType(setting.PropertyType) is not null;

    private static bool TryRead(string text, Type type, out object? read)
    {
        try
        {
            read = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException)
        {
            read = null;
            return false;
        }
    }

    private bool RequireKnown(IConfigurationSection written, string[] known)
    {
        if (known.Contains(written.Key, StringComparer.OrdinalIgnoreCase))
            return true;
        var meant = SettingNames.Nearest(written.Key, known) is { } near ? $" Is {near} meant?" : "";
        _problems.Add($"{written.Path} is not a setting.{meant} Settings there are: {string.Join(", ", known)}.");
        return false;
    }

    // Other programs' settings may lie in the same configuration, so only a name that is nearly one of ours is refused.
    private void CheckSectionNames()
    {
        string[] known = [.. _sections.Select(section => section.Path.Split(':')[0]).Distinct().Append(ConnectionStringsSection)];
        foreach (var section in _configuration.GetChildren().Where(section => section.Key.Length >= ShortestLikeName && section.GetChildren().Any()))
        {
            if (!known.Contains(section.Key, StringComparer.OrdinalIgnoreCase) && SettingNames.Nearest(section.Key, known) is { } near)
                _problems.Add($"{section.Key} is not a section of the configuration. Is {near} meant?");
        }
    }

    /// <summary>Where sections lie in another, such as Assistant:Model, nothing else lies there.</summary>
    private void CheckNamesWithin()
    {
        foreach (var inner in _sections.Where(section => section.Path.Contains(':', StringComparison.Ordinal)).GroupBy(section => section.Path[..section.Path.LastIndexOf(':')], StringComparer.Ordinal))
        {
            if (_sections.Any(section => section.Path == inner.Key))
                continue;
            string[] known = [.. inner.Select(section => section.Path[(inner.Key.Length + 1)..])];
            foreach (var child in _configuration.GetSection(inner.Key).GetChildren())
                RequireKnown(child, known);
        }
    }

    private static Type? ItemOf(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time such as 00:05:00 or 1.00:00:00 (days.hours:minutes:seconds)",
        _ when type == typeof(string) => "a text",
        _ when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ when type == typeof(int) || type == typeof(long) => "a whole number",
        _ when type == typeof(double) || type == typeof(decimal) => "a number",
        _ => type.Name,
    };

    private static string Text(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture) ?? "";
}
