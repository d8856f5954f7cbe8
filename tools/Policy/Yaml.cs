using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shouwang.Tools.Policy;

/// <summary>A node of a YAML file that knows where it stands (带行号的 YAML 节点).</summary>
internal readonly record struct Yaml(string File, YamlNode Node, List<Complaint> Complaints)
{
    public int Line => (int)Node.Start.Line;

    public bool IsMap => Node is YamlMappingNode;

    public bool IsList => Node is YamlSequenceNode;

    public string Text => Node is YamlScalarNode scalar ? scalar.Value ?? "" : "";

    /// <summary>Null, with a complaint, where the file is no YAML or empty.</summary>
    /// <param name="file">What complaints call it.</param>
    public static Yaml? Load(string file, string path, List<Complaint> complaints)
    {
        var text = "";
        try
        {
            using var reader = Utf8.Open(path);
            text = reader.ReadToEnd();
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1)
                return new Yaml(file, stream.Documents[0].RootNode, complaints);
            complaints.Add(new Complaint(file, 1, "the file holds no document, or more than one", "keep exactly one YAML document in a file", "文件是空的，或者里面不止一份。一个文件只写一份 YAML"));
        }
        catch (DecoderFallbackException)
        {
            complaints.Add(new Complaint(file, 1, "the file is not UTF-8", Utf8.Remedy, Utf8.Chinese));
        }
        catch (YamlException broken)
        {
            complaints.Add(NotYaml(file, text, broken));
        }
        return null;
    }

    private static Complaint NotYaml(string file, string text, YamlException broken)
    {
        // The parser names the line where the list began that holds the tab.
        var tab = text.Split('\n').ToList().FindIndex(line => line[..^line.TrimStart().Length].Contains('\t'));
        if (tab >= 0)
            return new Complaint(file, tab + 1, "the line is indented with a tab", "indent with blanks", "这一行用了制表符（Tab）缩进。改用空格");
        var line = (int)Math.Max(broken.Start.Line, broken.End.Line);
        return broken.Message.StartsWith("Duplicate key", StringComparison.Ordinal)
            ? new Complaint(file, line, $"not YAML: {broken.Message}", "the same name stands twice: keep one of them", "同一个名字写了两遍。留一个")
            : new Complaint(file, line, $"not YAML: {broken.Message}", "mend the indentation, the quotes or a full-width sign (：，｛｝) at this line or the one above", "YAML 写法不对。看这一行和上一行的缩进、引号，有没有全角的 ：，｛｝");
    }

    public Yaml? this[string key] =>
        Node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? this with { Node = child } : null;

    public IEnumerable<(string Key, Yaml KeyNode, Yaml Value)> Entries()
    {
        if (Node is not YamlMappingNode map)
            yield break;
        foreach (var (key, value) in map.Children)
            yield return ((key as YamlScalarNode)?.Value ?? "", this with { Node = key }, this with { Node = value });
    }

    public IEnumerable<Yaml> Items()
    {
        if (Node is not YamlSequenceNode list)
            yield break;
        foreach (var item in list.Children)
            yield return this with { Node = item };
    }

    /// <summary>A list of words; a single word counts as a list of one.</summary>
    public IEnumerable<Yaml> Words() => IsList ? Items() : [this];

    /// <param name="chinese">What is wrong and what to do, for whoever reads no English.</param>
    public void Complain(string what, string remedy, string chinese) => Complaints.Add(new Complaint(File, Line, what, remedy, chinese));

    /// <summary>Complains of every key that is not known here.</summary>
    public void Only(IReadOnlyCollection<string> known, string what)
    {
        if (!IsMap)
            Complain($"{what} is no list of “name: value”", $"write it with {string.Join(", ", known)}", $"这里要一项一项写“名字: 内容”。可以写：{string.Join("、", known)}");
        foreach (var (key, keyNode, _) in Entries())
        {
            if (!known.Contains(key))
                keyNode.Complain($"{what} has no “{key}”", $"use one of {string.Join(", ", known)}", $"这里没有“{key}”这一项。只能写：{string.Join("、", known)}");
        }
    }

    public DateOnly? Date()
    {
        if (!DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Complain($"“{Text}” is not a date", "write it as 2018-01-01", $"“{Text}”不是日期。写成 2018-01-01 这样");
        else if (date.Year is < 1949 or > 2099)
            Complain($"“{Text}” is of no year a rule or a stay can have", "write the year again", $"“{Text}”的年份不对。重写年份");
        else
            return date;
        return null;
    }
}
