namespace MedBot.Plugins.Functions;

/// <summary>A function was called with an argument that it cannot take. The message says in Chinese what was expected; it holds nothing secret and is shown to the caller.</summary>
public sealed class BadArgumentException : Exception
{
    /// <param name="parameter">The parameter's name as the schema has it.</param>
    /// <param name="expected">What it takes, and what came instead.</param>
    public BadArgumentException(string parameter, string expected) : base($"{parameter}：{expected}") => (Parameter, Expected) = (parameter, expected);

    public string Parameter { get; }

    public string Expected { get; }
}
