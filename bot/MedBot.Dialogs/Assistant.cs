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

    /// <param name="knowledgePath">The folder knowledge/.</param>
    /// <exception cref="KnowledgeException">The folder is not as it should be.</exception>
    public static Assistant Load(string knowledgePath)
    {
        var regions = RegionDirectory.Load(Path.Combine(DictionaryFolder, "pca-code.json"));
        var knowledge = KnowledgeLoader.Load(knowledgePath, regions);
        var interpreter = new Interpreter(Lexicon.Load(knowledgePath), regions);
        var articles = ArticleIndex.Build(knowledge.Articles, Segmenter.CreateDefault(), interpreter.Comparable);
        var plugins = new PluginSet(knowledge, articles);
        var dialogs = new DialogEngine(interpreter, new Responder(plugins));
        WarmUp(dialogs);
        return new Assistant(knowledge, articles, plugins, dialogs);
    }

    /// <summary>Compiles the way of a turn before the first resident waits for it.</summary>
    private static void WarmUp(DialogEngine dialogs)
    {
        var state = ConversationState.New;
        foreach (var message in (string[])["什么时候交医保", "河北新生儿怎么参保", "信阳三级医院住院花了两万能报多少", "支付宝怎么交", "低保交多少，断了两年咋办", "那广东呢", "今天天气"])
            state = dialogs.Take(state, message, new DateOnly(2025, 1, 10)).State;
    }
}
