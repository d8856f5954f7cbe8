using System.Text.Json;
using Azure.Storage.Queues;

namespace Shouwang.Local.Tests.Support;

/// <summary>A system with the test package in a folder of its own, on free ports.</summary>
sealed class Scratch : IDisposable
{
    public Scratch() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"shouwang-local-{Guid.NewGuid():N}");

    public string Calls => Path.Combine(Folder, "calls");

    public LocalOptions Options(params (string Name, string Value)[] settings) =>
        LocalOptions.InTree(Repository.Root, Path.Combine(AppContext.BaseDirectory, "package"), Folder) with
        {
            Settings = new Dictionary<string, string>([KeyValuePair.Create("CALLS", Calls), KeyValuePair.Create("WORK_QUEUE", "work"), .. settings.Select(s => KeyValuePair.Create(s.Name, s.Value))]),
        };

    /// <summary>What the handler was called with so far.</summary>
    public IReadOnlyList<JsonElement> Called() =>
        !File.Exists(Calls) ? [] : [.. ReadAll(Calls).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    public string Log(string name) => ReadAll(Path.Combine(Folder, "logs", name + ".log"));

    public static QueueClient Queue(LocalSystem system, string name) =>
        new(system.StorageConnection, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    static string ReadAll(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
