using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Storage;

/// <summary>Section Storage of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>The SQLite file. When relative, below the checkout under dotnet run, and beside the program when published.</summary>
    [Required]
    public string Path { get; set; } = "data/medbot.db";

    /// <summary>Days after which a conversation in which nothing happened is deleted.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
