using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Amounts in capitals and the figures beside them (大写、小写).</summary>
sealed partial class FieldFinder
{
    private const string Currency = "人民币";

    /// <summary>What capitals cost that begin with 万 or 仟: the numeral before it was not read.</summary>
    private const int NumeralLost = 2;

    [GeneratedRegex(@"\d\.\d\d元?$")]
    private static partial Regex AmountLast();

    private void ReadWords(LabelHit hit)
    {
        if (Subject(hit) is not { } subject)
            return;
        var beside = Joined(_values.After(hit));
        var written = beside is { } cell ? CapitalText.Read(cell.Text) : null;
        // In a cell of its own behind another amount: the total's where they say it to the fen.
        if (subject is not (FieldName.Total or FieldName.Borne) && written is { } other && _found.Exists(f => f.Field == FieldName.Total && f.Amounts!.Any(a => a.Amount == other.Amount)))
            subject = FieldName.Total;
        if (subject is not (FieldName.Total or FieldName.Borne))
            return;
        if (beside is not { } snippet || written is not { } capital)
        {
            if (subject == FieldName.Total)
                ReadFiguresBeside(hit);
            return;
        }
        var field = subject == FieldName.Borne ? BorneInWords : FieldName.TotalInWords;
        // Decoding within the small alphabet of numerals counts as read, but less sure.
        var confidence = capital.Mended ? Math.Min(snippet.Confidence, 9_000) : snippet.Confidence;
        _found.Add(new Finding(field, capital.Text, confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank, [(capital.Amount, LacksFirst(capital.Text) ? NumeralLost : 0)]));
        if (field == FieldName.TotalInWords)
            ReadFiguresBeside(hit);
    }

    private static bool LacksFirst(string capitals) => capitals is ['万' or '萬' or '仟' or '佰' or '拾' or '亿' or '億', ..];

    /// <summary>"合计人民币（大写）… ￥11433.31": the figures beside capitals need no label.</summary>
    private void ReadFiguresBeside(LabelHit hit)
    {
        // On a narrow slip they stand below: ￥: 118.43.
        var below = hit.Row + 1 < rows.Count && rows[hit.Row + 1].Y - rows[hit.Row].Y <= 3 * rows[hit.Row].Height && Snippet.Split(rows[hit.Row + 1].Glyphs) is [{ Glyphs: [{ Char: '¥' }, ..] } only] ? new[] { only } : [];
        foreach (var snippet in Snippet.Split(rows[hit.Row].Glyphs.AsSpan(hit.End)).Concat(below))
        {
            if (snippet.Text.Contains('.', StringComparison.Ordinal) && MoneyText.Readings(snippet.Text) is { Count: > 0 } readings)
                _found.Add(new Finding(FieldName.Total, readings[0].Amount.ToString(), snippet.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank, readings));
        }
    }

    /// <summary>Which amount a "大写" or "小写" speaks of: what its own word or the word right before it says, else the money label before it in its row, else the total; null where that is none we read.</summary>
    private string? Subject(LabelHit hit)
    {
        var own = string.Concat(hit.Text.Where(TextFold.IsHan)).Replace("大写", "", StringComparison.Ordinal).Replace("小写", "", StringComparison.Ordinal);
        var start = hit.Start;
        while (start > 0 && row(start - 1) is '(' or '[')
            start--;
        var from = start;
        while (from > 0 && TextFold.IsHan(row(from - 1)))
            from--;
        var word = rows[hit.Row].Text[from..start] + own;
        // 报销金额合计人民币大写: whose money it is, not the country's.
        var inCurrency = word.Length > Currency.Length && word.EndsWith(Currency, StringComparison.Ordinal);
        if (inCurrency)
            word = word[..^Currency.Length];
        // 实报金额大写 | 玖仟… | 小写 | 9915.73: the same amount once more.
        if (word is "" && hit.Field == LabelTable.InFigures && hits.LastOrDefault(h => h.Row == hit.Row && h.Start < hit.Start) is { Field: LabelTable.InWords } written)
            return Subject(written);
        // …基金支付合计24058.05元|（大写：贰万…）: the amount stands at the end of the line before.
        if (word is "" && from == 0 && start < hit.Start && hit.Row > 0 && AmountLast().IsMatch(rows[hit.Row - 1].Text) && hits.LastOrDefault(h => h.Row == hit.Row - 1) is { } before)
            return before.Field;
        if (word is "" or "元" or "人民币" or "金额" or "合计" or "总计" or "共计")
            return hits.LastOrDefault(h => h.Row == hit.Row && h.Start < hit.Start && h.End <= from + 1 && LabelTable.IsMoney(h.Field) && h.Field is not (LabelTable.InWords or LabelTable.InFigures))?.Field ?? FieldName.Total;
        return LabelGrammar.FieldOf(word) ?? (inCurrency && word.EndsWith("合计", StringComparison.Ordinal) && !LabelWords.MakeUp(word) ? FieldName.Total : null);

        char row(int at) => rows[hit.Row].Glyphs[at].Char;
    }
}
