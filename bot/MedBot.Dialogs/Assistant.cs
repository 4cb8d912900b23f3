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
/// <param name="Plugins">What answers a topic.</param>
/// <param name="Dialogs">What takes a turn.</param>
public sealed record Assistant(KnowledgeBase Knowledge, PluginSet Plugins, DialogEngine Dialogs)
{
    /// <summary>The dictionaries that the build lays beside the program.</summary>
    private static string DictionaryFolder => Path.Combine(AppContext.BaseDirectory, "dictionaries");

    /// <param name="knowledgePath">The folder knowledge/.</param>
    /// <exception cref="KnowledgeException">The folder is not as it should be.</exception>
    public static Assistant Load(string knowledgePath)
    {
        var regions = RegionDirectory.Load(Path.Combine(DictionaryFolder, "pca-code.json"));
        var knowledge = KnowledgeLoader.Load(knowledgePath, regions);
        var plugins = new PluginSet(knowledge, ArticleIndex.Build(knowledge.Articles, Segmenter.CreateDefault()));
        return new Assistant(knowledge, plugins, new DialogEngine(new Interpreter(Lexicon.Load(knowledgePath), regions), new Responder(plugins)));
    }
}
