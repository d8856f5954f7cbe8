namespace Shouwang.Shared.Diagnoses;

/// <summary>A diagnosis text (诊断) cut into its parts, brought into one spelling and written out.</summary>
sealed class WrittenText
{
    /// <summary>No diagnosis is longer; what comes after is not read, so that a hostile text costs little.</summary>
    const int LongestText = 2000;

    internal WrittenText(string text)
    {
        Original = DiagnosisParts.Split(OneWord(text.Length > LongestText ? text[..LongestText] : text));
        var found = new List<string>();
        Parts = [.. Original.Select(p => Diagnoses.Abbreviations.Default.WrittenOut(p, found))];
        Abbreviations = found;
        Operations = OperationList.Default.In(Parts, doubted: text.AsSpan().ContainsAny('？', '?'));
    }

    // Some hospitals' lists turn the words around; cut at the comma, a benign tumour would be left.
    static string OneWord(string text) =>
        text.Replace("肿瘤,恶性", "恶性肿瘤", StringComparison.Ordinal).Replace("肿瘤，恶性", "恶性肿瘤", StringComparison.Ordinal);

    /// <summary>As they stand in the text.</summary>
    internal IReadOnlyList<string> Original { get; }

    internal IReadOnlyList<string> Parts { get; }

    internal IReadOnlyList<string> Abbreviations { get; }

    internal IReadOnlyList<Operation> Operations { get; }
}
