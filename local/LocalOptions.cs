namespace Shouwang.Local;

/// <summary>Where the parts of the system lie and how they run.</summary>
public sealed record LocalOptions
{
    /// <summary>The function app: host.json, handler, one folder a function.</summary>
    public required string Package { get; init; }

    /// <summary>Where data, keys, logs and timers are kept (.local).</summary>
    public required string State { get; init; }

    /// <summary>Azurite's azurite.js.</summary>
    public required string Azurite { get; init; }

    /// <summary>Program and arguments of the form recogniser; null runs without one.</summary>
    public IReadOnlyList<string>? Recogniser { get; init; }

    /// <summary>Folder the recogniser runs in: it looks upwards from there for its models.</summary>
    public string RecogniserFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>The app's public port; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>First of Azurite's three ports (blob, queue, table); 0 takes any free ones.</summary>
    public int StoragePort { get; init; }

    /// <summary>App settings over those the stand-in makes itself; <c>AzureFunctionsJobHost__…</c> overrides host.json.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The usual places in a source tree.</summary>
    public static LocalOptions InTree(string root, string package, string state) => new()
    {
        Package = package,
        State = state,
        Azurite = Path.Combine(root, "node_modules/azurite/dist/src/azurite.js"),
        RecogniserFolder = root,
    };
}
