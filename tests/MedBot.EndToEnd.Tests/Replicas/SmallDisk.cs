using System.Diagnostics;

namespace MedBot.EndToEnd.Tests.Replicas;

/// <summary>A disk of its own of a few megabytes, which can be filled up.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The test is skipped where none may be mounted.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("medbot-disk-").FullName;
        if (Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", folder))
            return new SmallDisk(folder);
        Directory.Delete(folder);
        Assert.Skip("A small disk to fill up (tmpfs) cannot be mounted here: that takes root and the right to mount.");
        throw new UnreachableException();
    }

    /// <summary>Takes all the room that is left. Delete the file to give it back.</summary>
    public string Fill()
    {
        var ballast = Path.Combine(Folder, "ballast");
        using var file = File.Create(ballast, bufferSize: 1);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            return ballast;
        }
    }

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
