using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MedBot.Storage;

/// <summary>Section Storage of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>The SQLite file. When relative, below the checkout under dotnet run, and beside the program when published.</summary>
    [Required]
    public string Path { get; set; } = "data/medbot.db";
}

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
