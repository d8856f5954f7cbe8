using System.Text;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Brings a diagnosis text (诊断) into one spelling: half-width, capitals, one form for characters that are written in several.</summary>
static class DiagnosisText
{
    // The second of each pair is what the first becomes. Not every one is a mistake; the two are simply never told apart.
    const string Variants = "粘黏象像癎痫癍斑症征瘀淤藓癣疤瘢扃扁曰日囗口末未己已磷鳞";

    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            Append(folded, c);
        return folded.ToString();
    }

    static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case >= '！' and <= '～':
                Append(folded, (char)(c - '！' + '!'));
                break;
            case >= 'a' and <= 'z':
                folded.Append((char)(c - 'a' + 'A'));
                break;
            case >= 'Ⅰ' and <= 'Ⅻ':
                folded.Append(Roman[c - 'Ⅰ']);
                break;
            case >= 'ⅰ' and <= 'ⅻ':
                folded.Append(Roman[c - 'ⅰ']);
                break;
            case '　' or '\t' or '\r' or '\n':
                folded.Append(' ');
                break;
            default:
                var at = c < 0x80 ? -1 : Variants.IndexOf(c);
                folded.Append(at >= 0 && at % 2 == 0 ? Variants[at + 1] : c);
                break;
        }
    }

    static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
}
