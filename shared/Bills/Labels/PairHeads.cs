using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Words over pairs of labels and amounts (分栏标题): 费用构成 | 基金支付 | 个人支付. Each heads the pairs below it and is no label of the figure it stands over; a 合计 among its pairs sums them.</summary>
static partial class PairHeads
{
    /// <summary>Of a form's columns of pairs.</summary>
    private const int Fewest = 2;

    /// <summary>What the heads of such columns say. Beside any other label the row may be one of pairs whose figures were not read.</summary>
    private static readonly string[] Heads = [FieldName.FundPaid, FieldName.Borne, FieldName.BasicPaid, FieldName.Total];

    private static readonly string[] Sums = ["合计", "小计", "总计", "支付合计", "合计支付", "支付小计", "支付总额", "金额合计"];

    [GeneratedRegex(@"^[:：¥ ]*\d[\d, ]*\.\d{2} *元?[ ;；,，。]*$")]
    private static partial Regex Amount();

    public static IReadOnlyList<LabelHit> Settle(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        var byRow = hits.ToLookup(h => h.Row);
        var settled = new Dictionary<LabelHit, LabelHit>();
        foreach (var heads in byRow.Where(row => row.Any(h => LabelTable.IsMoney(h.Field)) && row.All(h => !LabelTable.IsMoney(h.Field) || Heads.Contains(h.Field))))
        {
            if (Words(rows[heads.Key]) is not { Count: >= Fewest } words)
                continue;
            for (var r = heads.Key + 1; r < rows.Count && Pairs(rows[r], [.. byRow[r]]) is { Count: > 0 } pairs; r++)
            {
                // Set over both cells of its pairs, not where the labels below begin.
                if (r == heads.Key + 1 && !(pairs.Count == words.Count && pairs.Zip(words).All(p => p.Second.IsOver(p.First, rows[r].Height))))
                    break;
                foreach (var head in r == heads.Key + 1 ? heads.Where(h => LabelTable.IsMoney(h.Field)) : [])
                    settled[head] = head with { Field = LabelTable.Other };
                foreach (var (pair, word) in pairs.Count == words.Count ? pairs.Zip(words) : [])
                {
                    if (Array.IndexOf(Sums, pair.Text) >= 0 && heads.FirstOrDefault(h => h.X0 < word.X1 && h.X1 > word.X0)?.Field is FieldName.FundPaid or FieldName.Borne)
                        settled[pair] = pair with { Field = heads.First(h => h.X0 < word.X1 && h.X1 > word.X0).Field };
                }
            }
        }
        return settled.Count == 0 ? hits : [.. hits.Select(h => settled.GetValueOrDefault(h, h))];
    }

    /// <summary>The words of a row without figures, of which 金额 may stand over the amounts.</summary>
    private static List<Word>? Words(TextRow row)
    {
        if (row.Text.Any(c => char.IsAsciiDigit(c) || c is ':'))
            return null;
        var words = new List<Word>();
        foreach (var snippet in Snippet.Split(row.Glyphs))
        {
            if (!TextFold.Squeeze(snippet.Text).StartsWith("金额", StringComparison.Ordinal))
                words.Add(new Word(snippet.X0, snippet.X1, false));
            else if (words.Count > 0)
                words[^1] = words[^1] with { HasAmounts = true };
        }
        return words;
    }

    /// <summary>The labels of a row that holds nothing but labels, each with its amount behind it; null where it holds anything else.</summary>
    private static List<LabelHit>? Pairs(TextRow row, List<LabelHit> hits) =>
        hits.Count > 0 && row.Glyphs.Take(hits[0].Start).All(g => g.IsBlank) && hits.Select((h, i) => row.Text[h.End..(i + 1 < hits.Count ? hits[i + 1].Start : row.Text.Length)].Replace(Glyph.Gap, ' ')).All(Amount().IsMatch) ? hits : null;

    /// <param name="HasAmounts">Whether 金额 stands beside it.</param>
    private sealed record Word(int X0, int X1, bool HasAmounts)
    {
        public bool IsOver(LabelHit label, int height) => HasAmounts || X0 - label.X0 > height;
    }
}
