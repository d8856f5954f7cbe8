using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shouwang.Tools.Policy;

/// <summary>The folder of law as data (政策目录), compiled: what ./shouwang policy build writes and the app embeds.</summary>
internal sealed class PolicyFolder
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] OfSource = ["title", "issuer", "number", "issued", "effective", "kind", "url", "quotes"];
    private static readonly string[] OfQuote = ["at", "words", "gist"];

    /// <summary>Folders beside the places.</summary>
    private static readonly string[] Others = ["sources", "schema", "diseases", "hospitals", "items", "places", "words"];

    private readonly List<Complaint> complaints = [];
    private readonly string root;

    private PolicyFolder(string root) => this.root = root;

    /// <summary>What is wrong, in the order of the files.</summary>
    public IReadOnlyList<Complaint> Complaints => [.. complaints.OrderBy(c => c.File, StringComparer.Ordinal).ThenBy(c => c.Line)];

    /// <summary>The compiled law as it is checked in: one figure a line, so that a change is seen as one.</summary>
    public string Compiled { get; private set; } = "";

    /// <summary>Every compiled figure with the place in the files it came from.</summary>
    public IReadOnlyList<CompiledFigure> Figures { get; private set; } = [];

    /// <summary>Compiles single figures with this folder's statuses.</summary>
    public FigureCompiler Compiler { get; private set; } = new(new HashSet<string>());

    /// <param name="folder">The folder "policies".</param>
    public static PolicyFolder Read(string folder)
    {
        var read = new PolicyFolder(folder);
        read.Compile();
        return read;
    }

    private void Compile()
    {
        var statuses = Statuses();
        var names = statuses.Select(s => (string)s["name"]!).ToHashSet(StringComparer.Ordinal);
        var sources = Sources();
        var coverage = Load(Path.Combine(root, "coverage.yaml"));
        Compiler = new FigureCompiler(names);
        var pack = new PackCompiler(Compiler, sources);
        var places = new List<string>();
        var all = new List<CompiledFigure>();
        foreach (var directory in Directory.GetDirectories(root).Where(d => Path.GetFileName(d) is { Length: 6 } code && code.All(char.IsAsciiDigit)).Order(StringComparer.Ordinal))
        {
            var code = Path.GetFileName(directory);
            var figures = Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal).Select(Load).OfType<Yaml>().SelectMany(f => pack.Figures(f, code)).ToList();
            all.AddRange(figures);
            var register = coverage?["places"]?[code];
            if (register is null && coverage is not null && coverage.Value[code] is null)
                complaints.Add(new Complaint(Named(Path.Combine(root, "coverage.yaml")), 1, $"place {code} has figures but is not in the register", $"add {code} with name and verified: primary, secondary or template", $"{code} 有数，可是没有登记。登记上 {code}，写 name，再写 verified: primary、secondary 或者 template"));
            places.Add(PlaceLine(code, register, figures));
        }
        foreach (var (key, keyNode, _) in (coverage?.Entries() ?? []).Where(e => e.Key != "places"))
            keyNode.Complain($"“{key}” does not stand under places:", "indent it, and what is under it, as the places above it are", $"“{key}”不在 places: 下面。把它和它下面的几行缩进，和上面的地方对齐");
        Figures = all;
        complaints.AddRange(FigureChecks.Of(all));
        complaints.AddRange(LeastRates.Of(all));
        // A figure that could not be read would be missed here once more.
        if (complaints.Count == 0)
            complaints.AddRange(LayerChecks.Of(all));
        Strays(coverage, [.. all.Select(f => f.Place).Distinct()]);
        Compiled = "{\"statuses\":" + new JsonArray([.. statuses]).ToJsonString(Readable) + ",\n\"places\":[\n" + string.Join(",\n", places) + "\n]}\n";
    }

    /// <summary>Folders that are no place, and places in the register that have no folder.</summary>
    private void Strays(Yaml? coverage, HashSet<string> places)
    {
        foreach (var directory in Directory.GetDirectories(root).Select(d => Path.GetFileName(d)!).Where(d => !Others.Contains(d) && (d.Length != 6 || !d.All(char.IsAsciiDigit))))
            complaints.Add(new Complaint(Named(Path.Combine(root, directory)), 1, $"“{directory}” is no place code", "name the folder by the six digits of GB/T 2260", $"“{directory}”不是地区代码。文件夹用国标 GB/T 2260 的六位数字做名字"));
        foreach (var (code, keyNode, _) in (coverage?["places"]?.Entries() ?? []).Where(e => !places.Contains(e.Key)))
            keyNode.Complain($"place {code} is in the register but has no figures", $"add policies/{code}/place.yaml, or take it out", $"{code} 登记了，可是没有数。加上 policies/{code}/place.yaml，或者把登记去掉");
    }

    private static string PlaceLine(string code, Yaml? register, List<CompiledFigure> figures)
    {
        var verified = register?["verified"]?.Text ?? "template";
        if (register is { } entry && verified is not ("primary" or "secondary" or "template"))
            entry.Complain($"“{verified}” says nothing about verification", "write primary, secondary or template", $"“{verified}”看不出核对到什么程度。写 primary（看过原文）、secondary（转述）或者 template（样板）");
        var layers = new JsonObject();
        register?.Only(["name", "verified", "layers", "gaps"], "a place in the register");
        foreach (var (layer, keyNode, value) in register?["layers"]?.Entries() ?? [])
        {
            if (!figures.Any(f => f.Path.StartsWith(layer + "/", StringComparison.Ordinal)))
                keyNode.Complain($"the place has no layer “{layer}”", "use the name of one of its files", $"这个地方没有“{layer}”这一层。写它下面一个文件的名字");
            if (value.Text is not ("primary" or "secondary" or "template"))
                value.Complain($"“{value.Text}” says nothing about verification", "write primary, secondary or template", $"“{value.Text}”看不出核对到什么程度。写 primary（看过原文）、secondary（转述）或者 template（样板）");
            layers[layer] = value.Text;
        }
        var head = new JsonObject { ["code"] = code, ["name"] = register?["name"]?.Text ?? code, ["verified"] = verified, ["layersVerified"] = layers, ["gaps"] = register?["gaps"]?.Text }.ToJsonString(Readable);
        return head[..^1] + ",\"figures\":[\n" + string.Join(",\n", figures.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.From).Select(f => f.Json.ToJsonString(Readable))) + "\n]}";
    }

    private List<JsonObject> Statuses()
    {
        var statuses = new List<JsonObject>();
        foreach (var (name, _, value) in Load(Path.Combine(root, "statuses.yaml"))?["statuses"]?.Entries() ?? [])
        {
            var status = new JsonObject { ["name"] = name, ["chinese"] = value.IsMap ? value["chinese"]?.Text : value.Text };
            if (value["under-age"] is { } age)
                status["underAge"] = Quantity.Count(age, "周岁");
            statuses.Add(status);
        }
        return statuses;
    }

    private ImmutableDictionary<string, string> Sources() =>
        Directory.GetFiles(Path.Combine(root, "sources"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileNameWithoutExtension(f), Load(f)))
            .Where(s => s.Item2 is not null)
            .ToImmutableDictionary(s => s.Item1, s => Cited(s.Item2!.Value), StringComparer.Ordinal);

    private static string Cited(Yaml source)
    {
        foreach (var needed in new[] { "title", "issuer", "kind" })
        {
            if (source[needed] is null)
                source.Complain($"the source has no {needed}", $"add {needed}:", $"出处缺 {needed}。加上 {needed}:");
        }
        source.Only(OfSource, "a source");
        if (source["kind"] is { } kind && kind.Text is not ("primary" or "secondary" or "template"))
            kind.Complain($"“{kind.Text}” says nothing about the source", "write primary (you read the original), secondary (somebody's account) or template", $"“{kind.Text}”看不出是什么样的出处。写 primary（看过原文）、secondary（别人转述）或者 template（样板）");
        foreach (var quote in source["quotes"]?.Items() ?? [])
        {
            quote.Only(OfQuote, "a quotation");
            if (quote["words"] is null && quote["gist"] is null)
                quote.Complain("the quotation holds no text", "add words: with the very words, or gist: with what they say", "引文没有内容。原话写在 words:，大意写在 gist:");
        }
        var title = source["title"]?.Text ?? "";
        return source["number"] is { } number ? $"《{title}》（{number.Text}）" : $"《{title}》";
    }

    private Yaml? Load(string path)
    {
        if (!File.Exists(path))
        {
            complaints.Add(new Complaint(Named(path), 1, "the file is missing", "add it; docs/add-a-county.md shows how", "没有这个文件。加上，写法见 docs/add-a-county.md"));
            return null;
        }
        return Yaml.Load(Named(path), path, complaints);
    }

    private string Named(string path) => Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(root))!, Path.GetFullPath(path));
}

/// <summary>One dated value of one figure, compiled.</summary>
/// <param name="Where">Its place in the files.</param>
internal sealed record CompiledFigure(string Place, string Path, string? Scheme, DateOnly From, DateOnly? To, bool Delegated, JsonObject Json, Yaml Where);
