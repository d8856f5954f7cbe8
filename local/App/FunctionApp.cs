using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouwang.Local.Timers;

namespace Shouwang.Local.App;

/// <summary>A function app as Azure wants it (函数应用): host.json, the handler, one folder with function.json a function.</summary>
sealed partial record FunctionApp(string Folder, HostSettings Host, IReadOnlyList<Function> Functions)
{
    static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="InvalidDataException">Says which function.json cannot be driven, and why.</exception>
    public static FunctionApp Load(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var functions = Directory.EnumerateFiles(folder, "function.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Order(StringComparer.Ordinal)
            .Select(file => Read(file, settings))
            .OfType<Function>();
        return new(folder, HostSettings.Read(folder, settings), [.. functions]);
    }

    static Function? Read(string file, IReadOnlyDictionary<string, string> settings)
    {
        var name = Path.GetFileName(Path.GetDirectoryName(file))!;
        var json = JsonNode.Parse(File.ReadAllText(file), documentOptions: s_lenient)!.AsObject();
        if (json["disabled"] is JsonValue disabled && disabled.TryGetValue<bool>(out var off) && off) return null;
        JsonObject[] bindings = [.. json["bindings"]?.AsArray().Select(b => b!.AsObject()) ?? []];
        var trigger = bindings.SingleOrDefault(b => Text(b, "type").EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException($"{file} has no trigger, or more than one.");
        return Text(trigger, "type").ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => Http(file, name, trigger, bindings),
            "QUEUETRIGGER" => new QueueFunction(name, Text(trigger, "name"), Expand(Text(trigger, "queueName"), settings), Outputs(file, bindings, settings)),
            "TIMERTRIGGER" => new TimerFunction(name, Text(trigger, "name"), Ncrontab.Parse(Expand(Text(trigger, "schedule"), settings)), trigger["runOnStartup"]?.GetValue<bool>() ?? false, Outputs(file, bindings, settings)),
            _ => throw new InvalidDataException($"{file}: the stand-in drives HTTP, queue and timer triggers, not {Text(trigger, "type")}."),
        };
    }

    static HttpFunction Http(string file, string name, JsonObject trigger, JsonObject[] bindings)
    {
        if (bindings.Length != 2 || !bindings.Any(b => Text(b, "type") == "http"))
            throw new InvalidDataException($"{file}: only an HTTP function with exactly one input and one output is forwarded; further bindings would change what the handler gets.");
        var route = trigger["route"]?.GetValue<string>();
        return new(
            name,
            string.IsNullOrEmpty(route) ? name : route.TrimStart('/'),
            [.. trigger["methods"]?.AsArray().Select(m => m!.GetValue<string>().ToUpperInvariant()) ?? []],
            Enum.Parse<AuthLevel>(trigger["authLevel"]?.GetValue<string>() ?? nameof(AuthLevel.Function), ignoreCase: true));
    }

    static Dictionary<string, string> Outputs(string file, JsonObject[] bindings, IReadOnlyDictionary<string, string> settings)
    {
        var outputs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var binding in bindings.Where(b => Text(b, "direction") == "out"))
        {
            if (Text(binding, "type") != "queue") throw new InvalidDataException($"{file}: the stand-in writes outputs to queues, not to {Text(binding, "type")}.");
            outputs[Text(binding, "name")] = Expand(Text(binding, "queueName"), settings);
        }
        return outputs;
    }

    static string Text(JsonObject binding, string name) => binding[name]?.GetValue<string>() ?? "";

    static string Expand(string text, IReadOnlyDictionary<string, string> settings) =>
        Setting().Replace(text, match => settings.GetValueOrDefault(match.Groups["name"].Value) ?? Environment.GetEnvironmentVariable(match.Groups["name"].Value)
            ?? throw new InvalidDataException($"function.json asks for the setting {match.Groups["name"].Value}, which is not set."));

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
