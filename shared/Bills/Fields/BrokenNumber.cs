using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>A number that a crease or a seal breaks in two (断开的号码): 结算流水号 6129196 | 75922. Figures alone right behind it are its rest; farther away they leave it doubtful.</summary>
static partial class BrokenNumber
{
    private const int FewestFigures = 2;

    [GeneratedRegex(@"^(?<head>[0-9A-Za-z][0-9A-Za-z\-]{2,28})\s+(?<rest>\d{2,})$")]
    private static partial Regex InOne();

    [GeneratedRegex(@"^¥?(?:\d{1,9}|\d{1,3}(?:,\d{3})+)\.\d{2}$")]
    private static partial Regex WholeAmount();

    /// <summary>An amount that a crease or a copier's streak breaks within its figures: 3 | 79.39; null where the two are no amount together, or stand apart.</summary>
    public static Snippet? Amount(Snippet head, Snippet tail, int height) =>
        char.IsAsciiDigit(tail.Text[0]) && !WholeAmount().IsMatch(head.Text) && (tail.X0 - head.X1) * 3 <= height && WholeAmount().IsMatch(head.Text + tail.Text) ? new Snippet([.. head.Glyphs, .. tail.Glyphs]) : null;

    /// <summary>The number with its rest, and whether what was read may lack one.</summary>
    public static (Snippet Whole, bool Doubtful) Of(string field, Snippet first, Snippet? behind, int height)
    {
        if (field is not (FieldName.SettlementNumber or FieldName.AdmissionNumber or FieldName.BillNumber or FieldName.BillCode))
            return (first, false);
        if (InOne().IsMatch(first.Text))
            return (new Snippet([.. first.Glyphs.Where(g => !g.IsBlank)]), true);
        if (behind is not { } rest || rest.Glyphs.Length < FewestFigures || !rest.Glyphs.All(g => char.IsAsciiDigit(g.Char)) || !first.Glyphs.All(g => char.IsAsciiLetterOrDigit(g.Char) || g.Char is '-'))
            return (first, false);
        return rest.X0 - first.X1 <= height ? (new Snippet([.. first.Glyphs, .. rest.Glyphs]), true) : (first, true);
    }
}
