using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Page;

/// <summary>Brings characters that look alike to one form (全角转半角): full-width forms, dashes, currency signs.</summary>
static partial class TextFold
{
    public static char Fold(char c) => c switch
    {
        '\u3000' or '\u00A0' or '\t' => ' ',
        '￥' => '¥',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '—' or '–' or '―' or '‐' or '−' or '─' => '-',
        '〜' or '∼' => '~',
        '‧' or '•' or '∙' or '・' or '･' => '·',
        '【' or '〔' => '[',
        '】' or '〕' => ']',
        '∶' or '︰' => ':',
        '丶' => '、',
        _ => c,
    };

    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Fold(source[i]);
        foreach (var letter in Yuan().EnumerateMatches(span))
            span[letter.Index] = '¥';
    });

    /// <summary>V480.00: the sign of the yuan read as a letter.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9.])[VvYy](?=\d[\d,.]*\.\d\d(?![\dA-Za-z.]))")]
    private static partial Regex Yuan();

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or '〇';

    /// <summary>The text without blanks.</summary>
    public static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
