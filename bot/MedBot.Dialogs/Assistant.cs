using System.Collections.Immutable;
using MedBot.Knowledge;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Lexicons;
using MedBot.Knowledge.Regions;
using MedBot.Plugins;
using MedBot.Segmentation;
using MedBot.Understanding;

namespace MedBot.Dialogs;

/// <summary>The bot put together over one state of the knowledge, the same for every face: web, terminal, scripts, tests.</summary>
/// <param name="Knowledge">What it knows.</param>
/// <param name="Articles">The articles, searchable.</param>
/// <param name="Plugins">What answers a topic.</param>
/// <param name="Dialogs">What takes a turn.</param>
public sealed record Assistant(KnowledgeBase Knowledge, ArticleIndex Articles, PluginSet Plugins, DialogEngine Dialogs)
{
    /// <summary>The dictionaries that the build lays beside the program.</summary>
    private static string DictionaryFolder => Path.Combine(AppContext.BaseDirectory, "dictionaries");

    /// <summary>A question on every subject, as residents ask it.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <param name="knowledgePath">The folder knowledge/.</param>
    /// <exception cref="KnowledgeException">The folder is not as it should be.</exception>
    public static Assistant Load(string knowledgePath)
    {
        var regions = RegionDirectory.Load(Path.Combine(DictionaryFolder, "pca-code.json"));
        var interpreting = Task.Run(() => new Interpreter(Lexicon.Load(knowledgePath), regions));
        var knowing = Task.Run(() => KnowledgeLoader.Load(knowledgePath, regions));
        var (interpreter, knowledge) = Both(interpreting, knowing);
        var articles = ArticleIndex.Build(knowledge.Articles, Segmenter.CreateDefault(), interpreter.Comparable);
        var plugins = new PluginSet(knowledge, articles);
        var dialogs = new DialogEngine(interpreter, new Responder(plugins, interpreter.Titles));
        return new Assistant(knowledge, articles, plugins, dialogs) { Questions = [.. interpreter.Titles.Values.Select(title => title.Question)] };
    }

    /// <summary>What both give; the problems of both when either fails.</summary>
    private static (Interpreter Interpreter, KnowledgeBase Knowledge) Both(Task<Interpreter> interpreting, Task<KnowledgeBase> knowing)
    {
        var all = Task.WhenAll(interpreting, knowing);
        try
        {
            all.GetAwaiter().GetResult();
        }
        catch (KnowledgeException) when (all.Exception!.InnerExceptions.All(problem => problem is KnowledgeException))
        {
            throw new KnowledgeException([.. all.Exception!.InnerExceptions.Cast<KnowledgeException>().SelectMany(problem => problem.Problems)]);
        }
        return (interpreting.Result, knowing.Result);
    }

    /// <summary>Takes turns on every subject, so that nobody waits for code to be compiled.</summary>
    public void WarmUp() => Parallel.ForEach(Questions, question =>
    {
        var state = ConversationState.New;
        foreach (var message in (string[])["那要是在二级医院呢", question, "河北的", "那信阳呢，在三级医院花了两万"])
            state = ConversationState.FromJson(Dialogs.Take(state, message, new DateOnly(2025, 1, 10)).State.ToJson());
    });
}
