namespace MedBot.Host.Composition;

/// <summary>Section Knowledge of the configuration.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The folder knowledge/. When relative, below the checkout under dotnet run, and beside the program when published.</summary>
    public string Path { get; set; } = "knowledge";
}
