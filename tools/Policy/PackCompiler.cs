using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Compiles one file of a place (编译一个政策文件): policies/110000/basic.yaml.</summary>
internal sealed class PackCompiler(FigureCompiler compiler, ImmutableDictionary<string, string> sources)
{
    public IEnumerable<CompiledFigure> Figures(Yaml file, string code)
    {
        var benefit = file["benefit"]?.Text;
        file.Only(["place", "benefit", "scheme", "figures"], "a policy file");
        if (benefit is not null && !Vocabulary.Layers.Contains(benefit.Split('.')[0]))
            file["benefit"]!.Value.Complain($"there is no layer “{benefit}”", $"use one of {string.Join(", ", Vocabulary.Layers)}", $"没有“{benefit}”这一层。只能写：{string.Join("、", Vocabulary.Layers)}");
        if (file["scheme"] is { } scheme && !Vocabulary.Schemes.Contains(scheme.Text))
            scheme.Complain($"there is no scheme “{scheme.Text}”", $"use one of {string.Join(", ", Vocabulary.Schemes)}", $"没有“{scheme.Text}”这种参保类型。只能写：{string.Join("、", Vocabulary.Schemes)}");
        if (file["figures"] is not { IsMap: true })
            (file["figures"] ?? file).Complain("the file has no figures", "add figures: and under it each figure with its name", "文件里没有数。写上 figures:，下面一项一项写名字和数");
        if (file["place"]?.Text != code)
            file.Complain($"the file does not say place: \"{code}\"", $"add place: \"{code}\", as the folder's name", $"文件没有写 place: \"{code}\"。加上，要和文件夹的名字一样");
        var known = benefit is null ? FigureCompiler.OfPlace : FigureCompiler.OfBenefit;
        foreach (var (name, keyNode, versions) in file["figures"]?.Entries() ?? [])
        {
            if (!known.Contains(name))
            {
                keyNode.Complain($"there is no figure “{name}”", $"use one of {string.Join(", ", known)}", $"没有“{name}”这一项。只能写：{string.Join("、", known)}");
                continue;
            }
            foreach (var version in versions.IsList ? versions.Items() : [versions])
            {
                if (Figure(version, code, benefit is null ? name : $"{benefit}/{name}", name, file["scheme"]?.Text) is { } figure)
                    yield return figure;
            }
        }
    }

    private CompiledFigure? Figure(Yaml version, string code, string path, string name, string? scheme)
    {
        if (!version.IsMap)
        {
            version.Complain($"{path} has a bare value", "write it as {from: 2018-01-01, source: …, …}", $"{path} 只写了一个数。写成 {{from: 2018-01-01, source: …, …}}");
            return null;
        }
        if (version["from"] is not { } first)
        {
            version.Complain($"{path} has no first day", "add from: 2018-01-01", $"{path} 没有写从哪天起。加上 from: 2018-01-01 这样的一项");
            return null;
        }
        var from = first.Date();
        var to = version["to"]?.Date();
        if (from is null || (version["to"] is not null && to is null))
            return null;
        if (to < from)
            version["to"]!.Value.Complain($"{path} ends before it starts", "mend from: or to:", $"{path} 还没开始就结束了。改 from: 或者 to:");
        var json = new JsonObject { ["path"] = path };
        if (scheme is not null)
            json["scheme"] = scheme;
        json["from"] = Day(from.Value);
        if (to is { } end)
            json["to"] = Day(end);
        var delegated = version["delegated"]?.Text == "true";
        if (version["delegated"] is { Text: not ("true" or "false") } unclear)
            unclear.Complain($"“{unclear.Text}” says nothing about delegating", "write delegated: true, or leave it out", $"“{unclear.Text}”看不出有没有授权。写 delegated: true，或者不写");
        if (delegated)
            json["delegated"] = true;
        json["cite"] = Cite(version, path);
        if (version["missing"] is { } missing)
        {
            if (missing.Text.Trim().Length == 0)
                missing.Complain($"the missing {path} has no name", "write its Chinese name, for example missing: 样例县大病保险起付线", $"没有收录的 {path} 没有名字。写上中文名，例如 missing: 样例县大病保险起付线");
            version.Only(RowCompiler.Common, $"{path}, which is declared missing,");
            json["missing"] = missing.Text;
        }
        else
            json["value"] = compiler.Compile(name, version);
        return new CompiledFigure(code, path, scheme, from.Value, to, delegated, json, version);
    }

    private string Cite(Yaml version, string path)
    {
        if (version["source"] is not { } source)
        {
            version.Complain($"{path} has no citation", "add source: with the name of a file in policies/sources/", $"{path} 没有出处。加 source:，写 policies/sources/ 里的文件名");
            return "";
        }
        if (!sources.TryGetValue(source.Text, out var cited))
        {
            source.Complain($"there is no source “{source.Text}”", $"add policies/sources/{source.Text}.yaml", $"没有“{source.Text}”这个出处。加上文件 policies/sources/{source.Text}.yaml");
            return "";
        }
        var at = version["at"] is { } place ? place.Text : "";
        var quote = version["quote"] is { } words ? $"：“{words.Text}”" : "";
        var gist = version["gist"] is { } summary ? $"，要点：{summary.Text}" : "";
        var note = version["note"] is { } interpretation ? $"（说明：{interpretation.Text}）" : "";
        return cited + at + quote + gist + note;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
