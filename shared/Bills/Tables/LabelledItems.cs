using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Items as a phone shows them, each a card whose figures stand behind their heads (卡片清单): 单价：20.38元 数量：8盒 金额：163.04元, under its name.</summary>
static partial class LabelledItems
{
    /// <summary>So many cards make a list.</summary>
    private const int Fewest = 2;

    /// <summary>In tenths of a line's height, how far above its second line the first of a name stands.</summary>
    private const int NextLine = 18;

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])(?<head>[\u4e00-\u9fff]{2,6}(?:\([\u4e00-\u9fff%]{1,3}\))?)[\s\u0001]*:")]
    private static partial Regex Head();

    [GeneratedRegex(@"^[¥=]?-?\d[\d,]*\.\d{2}元?$")]
    private static partial Regex Money();

    public static IReadOnlyList<TableRow> Read(IReadOnlyList<TextRow> rows)
    {
        var cards = new List<TableRow>();
        var cells = new Dictionary<ColumnKind, Snippet>();
        var names = new List<TextRow>();
        TextRow? at = null;
        foreach (var row in rows)
        {
            var heads = Head().Matches(row.Text);
            if (heads.Count == 0)
            {
                if (IsWhole())
                    Close();
                if (names.Count > 0 && (row.Y - names[^1].Y) * 10 > NextLine * row.Height)
                    names.Clear();
                names.Add(row);
                continue;
            }
            for (var i = 0; i < heads.Count; i++)
            {
                var (from, to) = (heads[i].Index + heads[i].Length, i + 1 < heads.Count ? heads[i + 1].Index : row.Glyphs.Length);
                Glyph[] value = Bare(row.Glyphs[from..to]);
                if (value.Length == 0 || (Column.KindOf(heads[i].Groups["head"].Value) ?? ColumnGrammar.Kind(heads[i].Groups["head"].Value)) is not { } kind)
                    continue;
                // What comes again begins the next card.
                if (cells.ContainsKey(kind))
                    Close();
                if (cells.Count == 0)
                    at = row;
                cells[kind] = new Snippet(value);
            }
            if (cells.Count > 0)
                Name(row);
        }
        Close();
        return cards.Count >= Fewest ? cards : [];

        void Name(TextRow row)
        {
            if (names.Count > 0 && !cells.ContainsKey(ColumnKind.Name))
            {
                var words = names.SelectMany(n => Snippet.Split(n.Glyphs)).ToList();
                if (words is [_, .., var last] && Money().IsMatch(TextFold.Squeeze(last.Text)))
                {
                    cells.TryAdd(ColumnKind.Amount, new Snippet(Bare(last.Glyphs)));
                    words.Remove(last);
                }
                cells[ColumnKind.Name] = new Snippet([.. words.SelectMany(w => w.Glyphs).Where(g => !g.IsBlank)]);
            }
            names.Clear();
        }

        bool IsWhole() => cells.ContainsKey(ColumnKind.Price) && cells.ContainsKey(ColumnKind.Quantity) && cells.ContainsKey(ColumnKind.Amount);

        void Close()
        {
            if (IsWhole() && cells.ContainsKey(ColumnKind.Name))
            {
                var card = new TableRow(cells, false, at!.Y, Math.Max(4, at.Height));
                if (FeeRows.Of([card]) is [{ UnitPrice: not null, Quantity: not null } item] && FeeRows.Agrees(item))
                    cards.Add(card);
            }
            cells = [];
        }
    }

    /// <summary>An amount without its sign and 元.</summary>
    private static Glyph[] Bare(IEnumerable<Glyph> glyphs)
    {
        Glyph[] own = [.. glyphs.SkipWhile(g => g.IsBlank || g.Char is '¥' or '￥').Reverse().SkipWhile(g => g.IsBlank).Reverse()];
        return own is [.., { Char: '元' }] && own.Length > 1 && char.IsAsciiDigit(own[^2].Char) ? own[..^1] : own;
    }
}
