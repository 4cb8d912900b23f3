using MedBot.Dialogs;
using MedBot.Knowledge.Lexicons;
using MedBot.LanguageModel.Fence;
using MedBot.Plugins.Functions;

namespace MedBot.LanguageModel.Tests;

/// <summary>The bot over the checked-out knowledge on a day that stands still.</summary>
internal static class Bot
{
    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static ModelScene Scene { get; } = Load();

    public static TurnResult Ask(string question) => Scene.Dialogs.Take(ConversationState.New, question, Today);

    private static ModelScene Load()
    {
        var folder = Path.Combine(RepositoryRoot(), "knowledge");
        var assistant = Assistant.Load(folder);
        return new ModelScene(
            assistant.Dialogs,
            new PolicyFunctions(assistant.Knowledge, assistant.Plugins, new SetDay(Today)),
            new FenceVocabulary(assistant.Knowledge.Regions, Lexicon.Load(folder)));
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MedBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from a checkout: no folder above the binaries holds MedBot.sln.");
    }

    private sealed class SetDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
    }
}
