using System.Collections.Frozen;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Heads of a fee table with one character misread (表头误读): 全额 for 金额 between heads that were read well.</summary>
static class MisreadHeads
{
    /// <summary>So many heads of the row have to be read as printed.</summary>
    private const int Fewest = 3;

    /// <summary>A character read more surely than this is what it says: 余额 is not 金额.</summary>
    private const int Sure = 9_500;

    /// <summary>More unknown words than this make no head.</summary>
    private const int Most = 8;

    private static readonly FrozenDictionary<string, ColumnKind> Listed = Column.ByLength.DistinctBy(h => h.Text).ToFrozenDictionary(h => h.Text, h => h.Kind);

    private static readonly char[] Alphabet = [.. Column.ByLength.SelectMany(h => h.Text).Where(TextFold.IsHan).Distinct()];

    /// <summary>Moves the unknown words that can only be one head to the columns; says how many characters they have.</summary>
    public static int Take(TextRow row, List<Column> columns, List<int> unknown)
    {
        if (columns.Count < Fewest || unknown.Count > Most)
            return 0;
        var taken = 0;
        foreach (var at in unknown.ToList())
        {
            var end = at;
            while (end < row.Glyphs.Length && row.Glyphs[end].Char != Glyph.Gap)
                end++;
            Glyph[] word = [.. row.Glyphs[at..end].Where(g => !g.IsBlank)];
            var (x0, x1) = (row.Glyphs[at].X0, row.Glyphs[end - 1].X1);
            if (columns.Exists(c => c.X0 < x1 && c.X1 > x0))
                continue;
            var group = columns.Where(c => c.X0 <= x0).Select(c => c.Group).DefaultIfEmpty(0).Max();
            List<ColumnKind> kinds = [.. Kinds(word).Distinct().Where(k => !columns.Exists(c => c.Group == group && c.Kind == k))];
            if (kinds is not [var kind])
                continue;
            columns.Add(new Column(kind, group, x0, x1) { Head = Glyph.Text(word), IsGuessed = true });
            unknown.Remove(at);
            taken += word.Length;
        }
        return taken;
    }

    /// <summary>What a word may say with one of its doubtful characters put right.</summary>
    private static IEnumerable<ColumnKind> Kinds(Glyph[] word)
    {
        if (word.Length is < 2 or > 8)
            yield break;
        char[] text = [.. word.Select(g => g.Char)];
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i].Confidence >= Sure)
                continue;
            foreach (var printed in Alphabet)
            {
                text[i] = printed;
                if (Kind(new string(text)) is { } kind and not (ColumnKind.SelfPaid or ColumnKind.ClassA or ColumnKind.ClassB or ColumnKind.ClassSelf or ColumnKind.ClassOther or ColumnKind.Department or ColumnKind.Remark))
                    yield return kind;
            }
            text[i] = word[i].Char;
        }
    }

    private static ColumnKind? Kind(string text) => Listed.TryGetValue(text, out var kind) ? kind : text.Length > 2 ? ColumnGrammar.Kind(text) : null;
}
