using MedBot.Knowledge;
using MedBot.Knowledge.Regions;

var regions = RegionDirectory.Load(Path.Combine(AppContext.BaseDirectory, "dictionaries", "pca-code.json"));
try
{
    var knowledge = KnowledgeLoader.Load(args.Length > 0 ? args[0] : "knowledge", regions);
    Console.WriteLine($"{knowledge.Records.Count()} records, {knowledge.Articles.Length} articles, version {knowledge.Version}");
    return 0;
}
catch (KnowledgeException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}
