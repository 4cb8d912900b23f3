using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace MedBot.Storage.Tests.Postgres;

/// <summary>A PostgreSQL of one's own: fresh, on a free port of the loopback, durable (fsync on), deleted in the end.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Superuser = "medbot";

    private readonly string _programs;
    private readonly string _folder;
    private readonly string _password;
    private readonly int _port;
    private Process? _postmaster;

    private PostgresServer(string programs, string folder, string password, int port) =>
        (_programs, _folder, _password, _port) = (programs, folder, password, port);

    /// <summary>Why there can be none here; null when there can.</summary>
    public static string? Absence => Programs() is null
        ? "PostgreSQL is not installed (looked for initdb on the path and in /usr/lib/postgresql/*/bin); tests/run installs it where it may."
        : null;

    private string Data => Path.Combine(_folder, "data");

    /// <exception cref="InvalidOperationException">It did not start; with what it said.</exception>
    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("medbot-postgres-").FullName;
        var server = new PostgresServer(Programs()!, folder, RandomNumberGenerator.GetHexString(24), FreePort());
        var passwordFile = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(passwordFile, server._password);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["-R", "postgres", folder]);
        await server.RunAsServerAsync("initdb", ["-D", server.Data, "-U", Superuser, "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C"]);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts it after it was stopped or killed, and waits until it takes connections.</summary>
    public async Task StartAgainAsync()
    {
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={_port}", $"unix_socket_directories={_folder}", "fsync=on", "synchronous_commit=on",
            "max_connections=200", "shared_buffers=64MB", "logging_collector=off", "log_min_messages=fatal", "log_min_error_statement=panic",
        ];
        _postmaster = Process.Start(AsServer("postgres", ["-D", Data, .. settings.SelectMany(setting => new[] { "-c", setting })]))!;
        _ = _postmaster.StandardError.ReadToEndAsync();
        _ = _postmaster.StandardOutput.ReadToEndAsync();
        await RunAsServerAsync("pg_isready", ["-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-t", "30"], until: TimeSpan.FromSeconds(30));
    }

    /// <summary>Stops it: politely, which ends all connections, or at once as a power cut would.</summary>
    public async Task StopAsync(bool atOnce = false)
    {
        await RunAsServerAsync("pg_ctl", ["stop", "-D", Data, "-m", atOnce ? "immediate" : "fast", "-w"]);
        await _postmaster!.WaitForExitAsync();
        _postmaster.Dispose();
        _postmaster = null;
    }

    /// <summary>A new, empty database; its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "db_" + Guid.NewGuid().ToString("N");
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postmaster is not null)
            await StopAsync(atOnce: true);
        Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Database={database};Username={Superuser};Password={_password}";

    private static string? Programs()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed.Concat(onPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    // PostgreSQL refuses to run as root. setpriv replaces itself by the program, so the process started is the program.
    private ProcessStartInfo AsServer(string program, IEnumerable<string> arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess
            ? Quiet("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", path, .. arguments])
            : Quiet(path, arguments);
    }

    private async Task RunAsServerAsync(string program, IEnumerable<string> arguments, TimeSpan until = default)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var (status, output) = await RunAsync(AsServer(program, arguments));
            if (status == 0)
                return;
            if (Stopwatch.GetElapsedTime(began) >= until)
                throw new InvalidOperationException($"{program} failed with status {status}: {output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        var (status, output) = await RunAsync(Quiet(program, arguments));
        if (status != 0)
            throw new InvalidOperationException($"{program} failed with status {status}: {output}");
    }

    private static async Task<(int Status, string Output)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
