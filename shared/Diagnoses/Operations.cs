namespace Shouwang.Shared.Diagnoses;

/// <summary>Finds the operations (手术) that a discharge text names, by the words that have to stand together.</summary>
sealed class Operations
{
    readonly List<(Operation Operation, string[][] Words)> _known;

    internal static Operations Default { get; } = new(DiseaseData.Rows("operations.tsv"));

    internal Operations(IEnumerable<string[]> rows) =>
        _known = [.. rows.Select(r => (new Operation(r[0], r[1]), r[2].Split(' ').Select(w => DiagnosisText.Fold(w).Split('|')).ToArray()))];

    /// <summary>In the order of the text's parts, each once.</summary>
    /// <param name="written">The parts of a text, folded and written out.</param>
    internal IReadOnlyList<Operation> In(IEnumerable<string> written) => [.. written.SelectMany(InOne).Distinct()];

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
