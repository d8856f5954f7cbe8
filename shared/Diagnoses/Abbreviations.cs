namespace Shouwang.Shared.Diagnoses;

/// <summary>Writes out what clinicians shorten (缩写): "肺Ca" → "肺癌", "AMI" → "急性心肌梗死".</summary>
sealed class Abbreviations
{
    readonly (string Short, string Long)[] _rewrites;

    internal static Abbreviations Default { get; } = new(DiseaseData.Rows("abbreviations.tsv"));

    Abbreviations(IEnumerable<string[]> rows) => _rewrites =
    [
        .. rows.Select(row => (Short: DiagnosisText.Fold(row[0]), Long: DiagnosisText.Fold(row[1])))
            .OrderByDescending(r => r.Short.Length)
            .ThenBy(r => r.Short, StringComparer.Ordinal),
    ];

    /// <summary>A text in one spelling and written out.</summary>
    internal string WrittenOut(string text, List<string>? found = null) => Expand(DiagnosisText.Fold(text), found);

    /// <summary>The text written out, and which abbreviations were found.</summary>
    internal string Expand(string folded, List<string>? found = null)
    {
        foreach (var (abbreviation, full) in _rewrites)
        {
            for (var at = Next(folded, abbreviation, full, 0); at >= 0; at = Next(folded, abbreviation, full, at + full.Length))
            {
                folded = string.Concat(folded.AsSpan(0, at), full, folded.AsSpan(at + abbreviation.Length));
                if (found?.Contains(abbreviation) == false)
                    found.Add(abbreviation);
            }
        }

        return folded;
    }

    static int Next(string text, string abbreviation, string full, int from)
    {
        for (var at = from; at <= text.Length && (at = text.IndexOf(abbreviation, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (!CutsWord(text, abbreviation, at) && !IsWrittenOut(text, abbreviation, full, at))
                return at;
        }

        return -1;
    }

    // Latin letters count only as a word of their own: the MS in "MSU" is no mitral stenosis, the CA in "CA125" no cancer. One digit is a stage.
    static bool CutsWord(string text, string abbreviation, int at)
    {
        var after = at + abbreviation.Length;
        return char.IsAsciiLetter(abbreviation[0]) && at > 0 && char.IsAsciiLetter(text[at - 1])
            || char.IsAsciiLetter(abbreviation[^1]) && after < text.Length
                && (char.IsAsciiLetter(text[after]) || after + 1 < text.Length && char.IsAsciiDigit(text[after]) && char.IsAsciiDigit(text[after + 1]));
    }

    // The 脑梗 in "脑梗死" needs nothing more.
    static bool IsWrittenOut(string text, string abbreviation, string full, int at)
    {
        var within = full.IndexOf(abbreviation, StringComparison.Ordinal);
        return within >= 0 && at >= within && string.CompareOrdinal(text, at - within, full, 0, full.Length) == 0;
    }
}
