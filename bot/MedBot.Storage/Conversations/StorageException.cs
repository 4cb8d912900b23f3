namespace MedBot.Storage.Conversations;

/// <summary>The conversations cannot be kept or read just now, or the database is not one that this program can use. The message is for staff.</summary>
public sealed class StorageException : Exception
{
    public StorageException(string message) : base(message) { }

    public StorageException(string message, Exception innerException) : base(message, innerException) { }

    public StorageException() { }
}
