using System.Text;
using System.Text.Json;
using MedBot.Dialogs;
using MedBot.LanguageModel.Fence;
using MedBot.Plugins.Functions;
using MedBot.Plugins.Functions.Documents;
using MedBot.Policy.Answers;
using Microsoft.Extensions.AI;

namespace MedBot.LanguageModel;

/// <summary>One turn while the model words it: what its plugin calls gave, and the sentences that have passed. Not thread-safe.</summary>
internal sealed class WordedTurn
{
    /// <summary>Said of every text that a model has written.</summary>
    private const string Label = "内容由AI生成：措辞来自语言模型，数字已逐一与收录的政策记录核对。";

    private readonly ModelScene _scene;
    private readonly TurnResult _plain;
    private readonly DateOnly _today;
    private readonly Evidence _evidence;
    private readonly NumberFence _fence;
    private readonly List<Answer> _looked = [];
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    public WordedTurn(ModelScene scene, TurnResult plain, string message, DateOnly today)
    {
        (_scene, _plain, _today) = (scene, plain, today);
        var reader = scene.ReaderOn(today);
        _evidence = new Evidence(reader);
        _fence = new NumberFence(reader, _evidence);
        _evidence.AddSaid(message);
        foreach (var reply in plain.Replies)
            _evidence.Add(reply.Answer);
    }

    public PolicyFunctions Functions => _scene.Functions;

    public int Calls => _called.Count;

    public string Text => _text.ToString();

    public int Length => _text.Length;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Before each response: what stood before a call was no answer.</summary>
    public void Begin() => _text.Clear();

    /// <summary>Null when the sentence passed and is part of the text.</summary>
    public Breach? Take(string sentence)
    {
        var breach = _fence.Check(sentence);
        if (breach is null)
            _text.Append(sentence);
        return breach;
    }

    /// <summary>False when the same call was made before in this turn: a model that repeats itself has lost its way.</summary>
    public bool IsNew(FunctionCallContent call) => _called.Add(call.Name + JsonSerializer.Serialize(call.Arguments?.ToDictionary(one => one.Key, one => one.Value?.ToString()), CallJson.Default.DictionaryStringString));

    /// <summary>The result for the model; a wrong call is told what was expected.</summary>
    public async ValueTask<string> CallAsync(FunctionCallContent call, CancellationToken cancellation)
    {
        if (!_scene.Functions.ByName.TryGetValue(call.Name, out var function))
            return $"没有“{call.Name}”这个工具；可用的是 {string.Join("、", _scene.Functions.ByName.Keys)}";
        if (call.Exception is not null)
            return "参数应为一个 JSON 对象";
        try
        {
            var answer = await function.AnswerAsync(new AIFunctionArguments(call.Arguments), cancellation);
            _looked.Add(answer);
            _evidence.Add(answer);
            return AnswerDocument.Of(answer, _today).ToText();
        }
        catch (BadArgumentException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>The sentences that have passed, labelled.</summary>
    public Answer SoFar() => new(AnswerKind.Answer, Text.Trim()) { Warnings = [Label] };

    /// <summary>The turn with the model's words in place of the dialog's; figures, sources and warnings are those of the answers that they rest on.</summary>
    public TurnResult Result()
    {
        var told = _plain.Replies.Select(reply => reply.Answer).Concat(_looked).ToList();
        var leading = _looked.Find(answer => answer.Kind == AnswerKind.Answer) ?? _plain.Replies[0].Answer;
        var worded = leading with
        {
            Summary = Text.Trim(),
            // What a sum assumes is told whether the model says it or not.
            Details = leading.Steps.IsEmpty ? [] : leading.Details,
            Figures = [.. told.SelectMany(answer => answer.Figures).Distinct()],
            Steps = told.Select(answer => answer.Steps).FirstOrDefault(steps => !steps.IsEmpty, []),
            Citations = [.. told.SelectMany(answer => answer.Citations).Distinct()],
            Warnings = [.. told.SelectMany(answer => answer.Warnings).Append(Label).Distinct()],
            FollowUps = [.. told.SelectMany(answer => answer.FollowUps).DistinctBy(button => button.Message).Take(leading.Kind == AnswerKind.AskBack ? 5 : 3)],
        };
        return _plain with { Replies = [_plain.Replies[0] with { Answer = worded }] };
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string?>))]
internal sealed partial class CallJson : System.Text.Json.Serialization.JsonSerializerContext;
