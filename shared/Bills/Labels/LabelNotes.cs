using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>What a label says about itself before its value (标签说明): 个人自付（不含自费）：, 个人负担=个人自付+个人自费：. The words in it are no labels.</summary>
static partial class LabelNotes
{
    private const int Longest = 40;

    [GeneratedRegex(@"\d\.\d\d|[:¥]")]
    private static partial Regex HoldsValue();

    [GeneratedRegex("[大小]写")]
    private static partial Regex Written();

    /// <summary>(总费用-基金支付), (统筹+大病+救助): how the amount is counted.</summary>
    [GeneratedRegex("^\\([\u4e00-\u9fff]{2,}(?:[-+－＋][\u4e00-\u9fff]{2,})+\\)$")]
    private static partial Regex Counted();

    /// <summary>Every label with what it says about itself; the labels within are left out.</summary>
    public static IEnumerable<LabelHit> TakeIn(TextRow row, IReadOnlyList<LabelHit> hits)
    {
        var end = 0;
        foreach (var hit in hits)
        {
            if (hit.Start < end || ListedBefore(row, hit))
                continue;
            end = After(row, hit.End);
            yield return end == hit.End ? hit : hit with { Field = Narrowed(row, hit, end), End = end, X1 = row.Glyphs[end - 1].X1 };
        }
    }

    /// <summary>医保支付（大病保险）, 个人支付（现金）: a word for all funds or all of the patient's money, and in brackets which of it.</summary>
    private static string Narrowed(TextRow row, LabelHit hit, int end)
    {
        var note = string.Concat(row.Glyphs[hit.End..end].Select(g => g.Char));
        return hit.Field is FieldName.FundPaid or FieldName.Borne && note is ['(' or '[', .. var inside, ')' or ']'] && LabelGrammar.OwnFieldOf(inside) is { } narrower && LabelTable.IsMoney(narrower) ? narrower : hit.Field;
    }

    /// <summary>自费、自理合计: the last of several words that are summed up together.</summary>
    private static bool ListedBefore(TextRow row, LabelHit hit) =>
        LabelTable.IsMoney(hit.Field) && hit.Start > 2 && row.Glyphs[hit.Start - 1].Char is '、' or '+' && TextFold.IsHan(row.Glyphs[hit.Start - 2].Char) && TextFold.IsHan(row.Glyphs[hit.Start - 3].Char);

    /// <summary>The first glyph behind the label's own notes.</summary>
    private static int After(TextRow row, int end)
    {
        while (Next(row, end) is { } next)
            end = next;
        return end;
    }

    private static int? Next(TextRow row, int end)
    {
        if (end >= row.Glyphs.Length)
            return null;
        var (from, most) = (end, Math.Min(row.Glyphs.Length, end + Longest));
        var until = row.Glyphs[end].Char switch
        {
            '(' or '[' => Array.FindIndex(row.Glyphs, from, most - from, g => g.Char is ')' or ']') + 1,
            '=' => Array.FindIndex(row.Glyphs, from, most - from, g => g.Char is ':'),
            _ => 0,
        };
        if (until <= from)
            return null;
        var note = row.Text[from..until];
        // What the note belongs to comes behind it: a value in brackets is none, a sum is.
        var behind = until < row.Glyphs.Length && (row.Glyphs[until].Char is ':' or '=' or '(' || char.IsAsciiDigit(row.Glyphs[until].Char));
        return (behind || Counted().IsMatch(note)) && !HoldsValue().IsMatch(note) && !Written().IsMatch(note) && note.Any(c => TextFold.IsHan(c) || char.IsAsciiLetter(c) || c is '=' or '①' or '②')
            ? until : null;
    }
}
