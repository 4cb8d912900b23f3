using System.Diagnostics.Metrics;
using MedBot.Channels.Telemetry;
using MedBot.Channels.Turns;
using MedBot.Dialogs;
using MedBot.Knowledge;
using MedBot.Policy.Answers;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace MedBot.Host.Composition;

/// <summary>
/// The bot over knowledge/ as it lies on disk. When files change they are read anew and the whole bot is swapped between
/// two turns; when they cannot be used the log says why, with file and line, and the bot goes on with what it had.
/// </summary>
internal sealed partial class LiveKnowledge : BackgroundService, IDialog
{
    /// <summary>An editor or a checkout writes several files: they are read when none has changed for so long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger<LiveKnowledge> _log;
    private readonly Counter<long> _reloads;
    private volatile Assistant _current;

    /// <exception cref="KnowledgeException">The folder is not as it should be.</exception>
    public LiveKnowledge(IConfiguration configuration, TimeProvider time, IMeterFactory meters, ILogger<LiveKnowledge> log)
    {
        (_folder, _time, _log) = (KnowledgeLocation.From(configuration), time, log);
        _reloads = meters.Create(TurnMeters.Name).CreateCounter<long>("medbot.knowledge.reloads", "{reload}", "Changes of knowledge/ that were read.");
        _current = Assistant.Load(_folder);
        LogLoaded(_current.Knowledge.Version);
    }

    /// <summary>The bot over the knowledge as it was read last.</summary>
    public Assistant Current => _current;

    public Answer Greeting() => _current.Dialogs.Greeting();

    public TurnResult Take(ConversationState state, string message, DateOnly today)
    {
        var current = _current;
        return current.Dialogs.Take(state, message, today) with { KnowledgeVersion = current.Knowledge.Version };
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var files = new PhysicalFileProvider(_folder);
        var token = Watch(files);
        // Beside the first requests rather than before them: a cold turn is slower, but sooner than a later start.
        _ = Task.Run(_current.WarmUp, stoppingToken);
        while (true)
        {
            await ChangeOf(token, stoppingToken);
            do
            {
                token = Watch(files);
                await Task.Delay(Rest, _time, stoppingToken);
            }
            while (token.HasChanged);
            Reload();
        }
    }

    private static IChangeToken Watch(PhysicalFileProvider files) => files.Watch("**/*");

    private static async Task ChangeOf(IChangeToken token, CancellationToken stopping)
    {
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (token.RegisterChangeCallback(_ => changed.TrySetResult(), null))
            await changed.Task.WaitAsync(stopping);
    }

    private void Reload()
    {
        try
        {
            _current = Assistant.Load(_folder);
            LogReloaded(_current.Knowledge.Version);
            Count("loaded");
        }
        catch (Exception wrong) when (wrong is KnowledgeException or IOException)
        {
            LogKept(wrong.Message);
            Count("kept");
        }
    }

    private void Count(string outcome) => _reloads.Add(1, KeyValuePair.Create<string, object?>("medbot.reload.outcome", outcome));

    [LoggerMessage(EventId = 5201, Level = LogLevel.Information, Message = "knowledge/ was loaded; its version is {Version}")]
    private partial void LogLoaded(string version);

    [LoggerMessage(EventId = 5202, Level = LogLevel.Information, Message = "knowledge/ has changed and was loaded; its version is {Version}")]
    private partial void LogReloaded(string version);

    [LoggerMessage(EventId = 5203, Level = LogLevel.Error, Message = "knowledge/ has changed and cannot be used; the bot goes on with what it had. {Problems}")]
    private partial void LogKept(string problems);
}
