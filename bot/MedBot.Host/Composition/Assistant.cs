using MedBot.Dialogs;
using MedBot.Knowledge;
using MedBot.Knowledge.Articles;
using MedBot.Knowledge.Regions;
using MedBot.Plugins;
using MedBot.Segmentation;
using MedBot.Understanding;

namespace MedBot.Host.Composition;

/// <summary>The bot put together over one state of the knowledge, the same for every face: web, terminal, scripts.</summary>
/// <param name="Knowledge">What it knows.</param>
/// <param name="Dialogs">What takes a turn.</param>
internal sealed record Assistant(KnowledgeBase Knowledge, DialogEngine Dialogs)
{
    /// <exception cref="KnowledgeException">The folder is not as it should be.</exception>
    public static Assistant Load(string knowledgePath)
    {
        var regions = RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));
        var knowledge = KnowledgeLoader.Load(knowledgePath, regions);
        return new Assistant(knowledge, new DialogEngine(new Interpreter(), new Responder(new PluginSet(knowledge, ArticleIndex.Build(knowledge.Articles, Segmenter.CreateDefault())))));
    }
}
