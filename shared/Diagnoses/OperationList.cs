namespace Shouwang.Shared.Diagnoses;

/// <summary>The operations we know (手术目录), found in a discharge text by the words that have to stand together.</summary>
public sealed class OperationList
{
    // Done before, only planned, or doubted: whether it was done in this stay a person has to say. The question mark does not survive the cutting into parts.
    static readonly string[] Unsure = ["术后", "拟", "未", "择期", "建议", "待", "史", "拒绝", "取消", "可能", "考虑", "除外", "排除", "可疑", "疑似", "倾向"];

    readonly List<(Operation Operation, string[][] Words)> _known;

    /// <summary>The list that comes with the program.</summary>
    public static OperationList Default { get; } = new(DiseaseData.Rows("operations.tsv"));

    internal OperationList(IEnumerable<string[]> rows) =>
        _known = [.. rows.Select(r => (new Operation(r[0], r[1]), r[2].Split(' ').Select(w => DiagnosisText.Fold(w).Split('|')).ToArray()))];

    /// <summary>In the order of the list.</summary>
    public IEnumerable<Operation> All => _known.Select(known => known.Operation);

    /// <summary>The first operation of an ICD-9-CM-3 category, or null.</summary>
    public Operation? Find(string code) => All.FirstOrDefault(operation => operation.Code == code);

    /// <summary>What a category is called; a family of them by its first operations.</summary>
    public string NameOf(string category) => Find(category) is { } one ? one.Name
        : $"{string.Join('、', All.Where(operation => operation.Code.StartsWith(category, StringComparison.Ordinal)).Select(operation => operation.Name).Take(2))}等";

    /// <summary>What a record's own line names (手术名称).</summary>
    /// <param name="legible">False where the line was not read surely: then a person has to say what it says.</param>
    public static IReadOnlyList<Operation> InRecord(string line, bool legible = true) =>
        [.. new WrittenText(line).Operations.Select(operation => operation with { Source = OperationSource.Record, Sure = operation.Sure && legible })];

    /// <summary>In the order of the text's parts, each once; one that a part is sure of is sure.</summary>
    /// <param name="written">The parts of a text, folded and written out.</param>
    internal IReadOnlyList<Operation> In(IEnumerable<string> written, bool doubted = false) =>
        [.. written.SelectMany(part => InOne(part).Select(operation => operation with { Sure = !doubted && !Unsure.Any(part.Contains) })).GroupBy(operation => operation with { Sure = true }, (operation, found) => operation with { Sure = found.Any(one => one.Sure) })];

    IEnumerable<Operation> InOne(string part)
    {
        var found = _known.ConvertAll(k => (k.Operation, Words: Found(k.Words, part))).FindAll(f => f.Words is not null);

        // 腹腔镜胆囊切除术 has all words of 胆囊切除术 and says more.
        return found.Where(f => !found.Exists(o => o != f && f.Words!.IsProperSubsetOf(o.Words!))).Select(f => f.Operation);
    }

    static HashSet<string>? Found(string[][] words, string part)
    {
        var found = new HashSet<string>();
        foreach (var ways in words)
        {
            if (Array.Find(ways, way => part.Contains(way, StringComparison.Ordinal)) is not { } word)
                return null;
            found.Add(word);
        }

        return found;
    }
}
