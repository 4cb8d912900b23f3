namespace MedBot.Host.Serving.Settings;

/// <summary>The configuration holds what MedBot cannot use. The message has a line for each problem; it goes to whoever starts the program.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems));
