using System.Collections.Concurrent;
using System.Diagnostics;
using MedBot.LanguageModel.Tests.Lying;

namespace MedBot.EndToEnd.Tests.Model;

/// <summary>A model that words what the bot found, sentence by sentence, and waits behind each until it is told to go on.</summary>
internal sealed class TruthfulModel : IAsyncDisposable
{
    public const string Question = "武汉三级医院住院花了3万能报多少";
    public const string Opening = "您好，已经帮您查到了。";
    public const string Lie = "另外还能再报500元。";

    private readonly SemaphoreSlim _further = new(0);
    private FakeModel _service = null!;

    /// <summary>When the service had sent out each sentence, by the clock of <see cref="Stopwatch"/>.</summary>
    public ConcurrentQueue<(string Sentence, long At)> Said { get; } = new();

    /// <summary>The program's settings to ask it.</summary>
    public string[] Settings => ["--Assistant:Model:Endpoint", _service.Address.ToString(), "--Assistant:Model:Name", "fake", "--Assistant:Model:FirstTokenPatience", "00:00:20"];

    /// <param name="lies">True to end with what nobody found.</param>
    public static async Task<TruthfulModel> StartAsync(bool lies = false)
    {
        var model = new TruthfulModel();
        model._service = await FakeModel.StartAsync(heard => model.Word(heard, lies));
        return model;
    }

    /// <summary>Lets it write the next sentence, or come to its end.</summary>
    public void GoOn() => _further.Release();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _further.Dispose();
    }

    private Script Word(Heard heard, bool lies)
    {
        var found = heard.Results[0].GetProperty("summary").GetString()!;
        string[] sentences = [Opening, found, .. lies ? [Lie] : Array.Empty<string>()];
        return new Script { Sentences = [.. sentences.Select(sentence => new Written(sentence, sentence != Lie))], AfterPiece = WaitAsync };
    }

    private Task WaitAsync(string sentence)
    {
        Said.Enqueue((sentence, Stopwatch.GetTimestamp()));
        return _further.WaitAsync();
    }
}
