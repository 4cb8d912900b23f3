using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MedBot.Host.Tests.Serving.Hosting;

/// <summary>What the program logs at the levels that its configuration gives, with its category.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> All => _lines;

    public IEnumerable<string> Of(string category) => _lines.Where(line => line.StartsWith($"{category}: ", StringComparison.Ordinal)).Select(line => line[(category.Length + 2)..]);

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, _lines);

    public void Dispose() { }

    private sealed class Writer(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category}: {formatter(state, exception)}{exception}");
    }
}
