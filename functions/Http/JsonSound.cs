using System.Text.Json;

namespace Shouwang.Functions.Http;

/// <summary>Refuses JSON that can be read in two ways or not at all (检查 JSON 是否含糊): a name written twice in one object, text that is no valid Unicode.</summary>
internal static class JsonSound
{
    const int LongestNameToRepeat = 40;

    /// <exception cref="ProblemException">Names the field.</exception>
    public static void Check(JsonElement root) => Check(root, "");

    static void Check(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                CheckNames(element, path);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    Check(item, $"{path}[{index++}]");
                break;
            case JsonValueKind.String:
                _ = Readable(() => element.GetString()!, path);
                break;
            default:
                break;
        }
    }

    static void CheckNames(JsonElement element, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = Readable(() => property.Name, path);
            var inner = path.Length == 0 ? Short(name) : $"{path}.{Short(name)}";
            if (!seen.Add(name))
                throw new ProblemException(Problem.BadRequest("field-twice", $"{inner} 写了两遍，不知道该用哪一个。请只留一个。", inner));
            Check(property.Value, inner);
        }
    }

    static string Readable(Func<string> text, string path)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(Problem.BadRequest("text-malformed", $"{path} 里的文字编码不对，请用 UTF-8 重新写。".TrimStart(), path.Length == 0 ? null : path));
        }
    }

    static string Short(string name) => name.Length <= LongestNameToRepeat ? name : name[..LongestNameToRepeat] + "…";
}
