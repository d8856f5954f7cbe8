namespace Shouwang.Local;

/// <summary>What ./run was asked to do.</summary>
/// <param name="Once">End after the sample claim.</param>
/// <param name="Sample">Send the sample claim at all.</param>
sealed record LocalArguments(bool Once, bool Sample, string Root, LocalOptions Options)
{
    const int DefaultPort = 7071;
    const int DefaultStoragePort = 10000;

    public static LocalArguments Parse(IReadOnlyList<string> arguments, Func<string, string?> environment, string root)
    {
        string? After(string name) => arguments.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
        var state = Path.GetFullPath(After("--state") ?? Path.Combine(root, ".local"));
        var package = Path.GetFullPath(After("--package") ?? Path.Combine(state, "app"));
        var recogniser = Path.Combine(state, "recogniser", "Shouwang.Recognizer.dll");
        var options = LocalOptions.InTree(root, package, state) with
        {
            Port = Port("SHOUWANG_PORT", DefaultPort),
            StoragePort = Port("SHOUWANG_AZURITE_PORT", DefaultStoragePort),
            Recogniser = File.Exists(recogniser) ? ["dotnet", recogniser] : null,
            // One person waits in front of the screen, and looking into a queue costs nothing here.
            Settings = new Dictionary<string, string> { ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200" },
        };
        return new(arguments.Contains("--once"), !arguments.Contains("--no-sample"), root, options);

        int Port(string setting, int otherwise) => environment(setting) is not { Length: > 0 } text ? otherwise
            : int.TryParse(text, out var port) && port is >= 0 and < 65534 ? port
            : throw new LocalProblemException($"{setting} is not a port number.", $"{setting} 不是端口号。");
    }
}
