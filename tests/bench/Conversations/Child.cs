using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Shouwang.Bench.Conversations;

/// <summary>A process started for the measurement (子进程): storage or the app. Disposing ends it.</summary>
sealed partial class Child : IAsyncDisposable
{
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    readonly Process _process;

    Child(string program, params string[] arguments) =>
        _process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Storage of its own, in memory.</summary>
    /// <returns>The child and its connection string.</returns>
    public static async Task<(Child Storage, string Connection)> StorageAsync(string root)
    {
        var child = new Child("node", Path.Combine(root, "node_modules/azurite/dist/src/azurite.js"), "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0");
        var endpoints = new Dictionary<string, string>();
        while (endpoints.Count < 3)
            if (Ready().Match(await child.LineAsync()) is { Success: true } match)
                endpoints[match.Groups["service"].Value] = $"{match.Groups["address"].Value}/{Account}";
        child.Ignore();
        return (child, $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={endpoints["Blob"]};QueueEndpoint={endpoints["Queue"]};TableEndpoint={endpoints["Table"]};");
    }

    /// <returns>The child and where it listens.</returns>
    public static async Task<(Child App, Uri Address)> AppAsync(string storage, bool holds)
    {
        var child = new Child("dotnet", Path.Combine(AppContext.BaseDirectory, "Shouwang.Bench.Conversations.dll"), "--serve", storage, holds ? "--hold" : "--as-it-is");
        var address = new Uri(await child.LineAsync());
        child.Ignore();
        return (child, address);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    async Task<string> LineAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A part ended before it was ready.");

    void Ignore() => _ = _process.StandardOutput.ReadToEndAsync();

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http\\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Ready();
}
