using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Shouwang.Local.App;

/// <summary>What host.json says, as far as the stand-in honours it. A setting <c>AzureFunctionsJobHost__a__b</c> overrides the value a.b, as in Azure.</summary>
sealed record HostSettings(string Executable, IReadOnlyList<string> Arguments, string WorkingDirectory, TimeSpan InitializationTimeout, string RoutePrefix, TimeSpan FunctionTimeout, QueueSettings Queues)
{
    const string OverridePrefix = "AzureFunctionsJobHost__";

    /// <exception cref="InvalidDataException">host.json is missing or lacks what a custom handler needs.</exception>
    public static HostSettings Read(string package, IReadOnlyDictionary<string, string> settings)
    {
        var file = Path.Combine(package, "host.json");
        if (!File.Exists(file)) throw new InvalidDataException($"{file} is not there: the folder holds no function app.");
        var overrides = settings.Where(s => s.Key.StartsWith(OverridePrefix, StringComparison.OrdinalIgnoreCase))
            .Select(s => KeyValuePair.Create(s.Key[OverridePrefix.Length..].Replace("__", ":", StringComparison.Ordinal), (string?)s.Value));
        var host = new ConfigurationBuilder().AddJsonFile(file).AddInMemoryCollection(overrides).Build();
        var handler = host.GetSection("customHandler:description");
        return new(
            handler["defaultExecutablePath"] ?? throw new InvalidDataException($"{file} names no customHandler.description.defaultExecutablePath."),
            [.. handler.GetSection("arguments").GetChildren().Select(a => a.Value ?? "")],
            Path.Combine(package, handler["workingDirectory"] ?? ""),
            Time(host["customHandler:initializationTimeout"], TimeSpan.FromSeconds(60)),
            (host["extensions:http:routePrefix"] ?? "api").Trim('/'),
            Time(host["functionTimeout"], TimeSpan.FromMinutes(30)),
            QueueSettings.Read(host.GetSection("extensions:queues")));
    }

    public static TimeSpan Time(string? value, TimeSpan otherwise) =>
        value is null ? otherwise : value == "-1" ? Timeout.InfiniteTimeSpan : TimeSpan.Parse(value, CultureInfo.InvariantCulture);
}
