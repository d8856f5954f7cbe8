using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Several values of one place (并列的值): 科室/住院号 | 骨科/03409269; 预交1000.00，退0.00，补890.96.</summary>
sealed partial class FieldFinder
{
    /// <summary>What was paid before, given back and paid after, in one breath.</summary>
    [GeneratedRegex(@"预[交缴](?:金|款)?:?(?<prepaid>\d[\d,]*\.\d\d)元?[,，;；、]\s*(?:应?退(?:款|费)?:?(?<back>\d[\d,]*\.\d\d)元?[,，;；、]\s*应?补[交缴收]?款?:?(?<after>\d[\d,]*\.\d\d)|应?补[交缴收]?款?:?(?<after>\d[\d,]*\.\d\d)元?[,，;；、]\s*应?退(?:款|费)?:?(?<back>\d[\d,]*\.\d\d))")]
    private static partial Regex Deposit();

    /// <summary>The first half of a value of two, where its label is the first of two before a stroke.</summary>
    private Snippet? Paired(LabelHit hit)
    {
        var glyphs = rows[hit.Row].Glyphs;
        if (hit.End >= glyphs.Length || glyphs[hit.End].Char is not '/' || hits.FirstOrDefault(h => h.Row == hit.Row && h.Start == hit.End + 1) is not { } second)
            return null;
        var value = _values.After(second).FirstOrDefault();
        var at = value.Glyphs is null ? -1 : Array.FindIndex(value.Glyphs, g => g.Char is '/');
        return at > 0 ? value.Slice(0, at) : null;
    }

    [GeneratedRegex(@"^[\s\u0001]*¥?(?<first>\d[\d,]*\.\d\d)元?[\s\u0001]*/[\s\u0001]*¥?(?<second>\d[\d,]*\.\d\d)元?[\s\u0001]*$")]
    private static partial Regex TwoAmounts();

    /// <summary>补缴/退费 | 300.09 / 0.00: the label says which of the two is which.</summary>
    private bool BothWays(LabelHit hit)
    {
        if (hit.Text.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var stroke) || rows[hit.Row] is var row && TwoAmounts().Match(row.Text[hit.End..].TrimStart(':')) is not { Success: true } two)
            return false;
        var skipped = row.Text.Length - hit.End - row.Text[hit.End..].TrimStart(':').Length;
        string[] fields = hit.Text[..stroke].Contains('补', StringComparison.Ordinal) ? [FieldName.ToppedUp, FieldName.Refunded] : [FieldName.Refunded, FieldName.ToppedUp];
        foreach (var (field, group) in fields.Zip([two.Groups["first"], two.Groups["second"]]))
        {
            Glyph[] own = row.Glyphs[(hit.End + skipped + group.Index)..(hit.End + skipped + group.Index + group.Length)];
            _found.Add(new Finding(field, MoneyText.Readings(group.Value)[0].Amount.ToString(), new Snippet(own).Confidence, page.Where(own), hit.Wrong, hit.Rank, MoneyText.Readings(group.Value)));
        }
        return true;
    }

    private void ReadDeposit(TextRow row, string text)
    {
        if (Deposit().Match(text) is not { Success: true } told)
            return;
        foreach (var (field, group) in new[] { (FieldName.Prepaid, told.Groups["prepaid"]), (FieldName.Refunded, told.Groups["back"]), (FieldName.ToppedUp, told.Groups["after"]) })
        {
            Glyph[] own = row.Glyphs[group.Index..(group.Index + group.Length)];
            if (!_found.Exists(f => f.Field == field) && MoneyText.Readings(group.Value) is { Count: > 0 } readings)
                _found.Add(new Finding(field, readings[0].Amount.ToString(), new Snippet(own).Confidence, page.Where(own), 0, 0, readings));
        }
    }
}
