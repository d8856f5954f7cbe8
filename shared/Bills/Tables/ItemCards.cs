using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>
/// Items as a phone shows them, each a card of two lines or more (卡片清单): a name, and figures that say themselves what they are,
/// by a head (单价：20.38元), by what it is for (20.38元/盒), by a sign (×8) or a unit (8盒). Price times quantity tells which is the amount, and proves the card;
/// cards without prices, a name, ×8 and an amount, are proved by the sum of all that the page prints.
/// </summary>
static partial class ItemCards
{
    /// <summary>So many cards make a list.</summary>
    private const int Fewest = 2;

    /// <summary>In tenths of a line's height, how far above its second line the first of a name stands.</summary>
    private const int NextLine = 18;

    /// <summary>Words for figures are heads without a colon where a figure follows.</summary>
    private const string OverFigures = @"(?<head>(?:标准|收费|零售)?(?:单价|价格)|售价|计价|(?:总|收费|使用|计费)?数量|(?<![\u4e00-\u9fff/])(?:次数|用量|总量)|(?:总|合计|费用|应收|实收|发生|收费)?金额|小计|总价|(?<![\u4e00-\u9fff])(?:总?费用|总额|合计)|(?:先行|个人)*(?:自付|自理|自费|自负|报销)比例|(?:药品|产品|剂型|包装)?规格(?:/?型号)?)(?:\(%\)|\(元\)|/元|%)?(?=[\s\u0001]*¥?-?\d)";

    /// <summary>So are words for days, codes, units and classes before one.</summary>
    private const string BeforeTheirs = @"(?<head>(?:费用|收费|计费|记账|发生|开单|执行)?(?:日期|时间))(?=[\s\u0001]*(?:20\d{2}|[01]\d)[-/.年月]?\d)|(?<head>(?:国家|医保|收费|费用|项目|物价|目录)*(?:编码|代码|编号|贯标码|国家码|国码))(?=[\s\u0001]*[0-9A-Z]{5})"
        + @"|(?<![\u4e00-\u9fff\d])(?<head>(?:计价|计量|包装|计费|收费)?单位)(?=[\s\u0001]*[\u4e00-\u9fff]{1,3}(?:[\s\u0001]|$))|(?<head>(?:医保|费用|收费|项目|报销|支付|自付|目录)?(?:类别|等级|类型|属性|分类)|甲/乙(?:/丙)?|甲乙丙?类?)(?=[\s\u0001]*[(\[]?(?:[甲乙丙]|全?自费))";

    /// <summary>Behind a colon any word is a head.</summary>
    [GeneratedRegex(@"(?<![\u4e00-\u9fff])(?<head>甲/乙(?:/丙)?|[\u4e00-\u9fff]{2,6}(?:\([\u4e00-\u9fff%]{1,3}\)|/元|[%¥￥])?)[\s\u0001]*:|" + OverFigures + "|" + BeforeTheirs)]
    private static partial Regex Head();

    [GeneratedRegex(@"^[¥=]?-?\d[\d,]*\.\d{2}元?$")]
    private static partial Regex Money();

    /// <summary>An amount anywhere in a line.</summary>
    [GeneratedRegex(@"(?<![\d.])\d[\d,]*\.\d{2}(?!\d)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^¥?(?<price>\d[\d,]*\.\d{1,4})元?/(?:\d{0,2}[\u4e00-\u9fff]{1,4}|[a-zA-Z]{1,3})$")]
    private static partial Regex PriceOf();

    [GeneratedRegex(@"^[×xX✕*](?<count>\d{1,5}(?:\.\d{1,3})?)[\u4e00-\u9fff]{0,4}$")]
    private static partial Regex Times();

    [GeneratedRegex(@"^(?!.*级护理)共?(?<count>\d{1,5}(?:\.\d{1,3})?[\u4e00-\u9fff]{0,4})$")]
    private static partial Regex Counted();

    /// <summary>15.00*7, and with the sign misread or lost: 15.00'7, 15.007.</summary>
    [GeneratedRegex(@"^¥?(?<price>\d[\d,]*\.(?:\d{3,4}(?=[×xX✕*])|\d{2}))[^\d\u4e00-\u9fff.,%]?(?<count>[1-9]\d{0,3}(?:\.0{1,4})?)[\u4e00-\u9fff]{0,4}$")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?:C\d{20}|(?=[A-Z]*[0-9])[0-9A-Z]{6,27}[a-z]?(?:-\d{1,2})?)$")]
    private static partial Regex Code();

    /// <summary>A code right before a name: 110200005普通住院诊查.</summary>
    [GeneratedRegex(@"^(?=(?:[A-Z-]*\d){6})[0-9A-Z-]{6,27}[(\[\u4e00-\u9fffⅠⅡⅢ]")]
    private static partial Regex CodeBefore();

    [GeneratedRegex(@"^(?:医保|目录)?[(\[]?(?<class>[甲乙丙](?:类|类药|类项目)?|全?自费)[)\]]?$")]
    private static partial Regex Class();

    [GeneratedRegex(@"^[\s\u0001¥]*-?\d[\d,]*(?:\.\d{1,4})?%?(?:元?/\d?[\u4e00-\u9fff]{1,4}|元)?")]
    private static partial Regex Figure();

    /// <summary>What names no item by itself: 0.3g*20粒, 3ml:300单位, but 3.1级护理, a grade behind the number of its line.</summary>
    [GeneratedRegex(@"^(?!.*级护理)(?:\d+(?:\.\d+)?(?![\d.、)%])|[^\u4e00-\u9fff]*$)")]
    private static partial Regex Measure();

    /// <summary>Whether a text holds the head of a card's figure with what stands behind it.</summary>
    public static bool Says(string text) => Head().IsMatch(text);

    public static IReadOnlyList<TableRow> Read(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        var cards = new List<Card>();
        var others = new List<Card>();
        // Lines above that are no card by themselves: the first line of a name, with its amount or without.
        Card? above = null;
        var card = new Card();
        Snippet? day = null;
        var heads = !AreOwn(rows);
        for (var r = 0; r < rows.Count; r++)
        {
            if (heads && DayHeadings.Of(rows[r], withSum: true) is { } heading)
            {
                Close();
                (above, day) = (null, heading);
                continue;
            }
            // Heads of columns name no item.
            if (TableHeader.Read(rows[r]) is not null)
            {
                Close();
                above = null;
                continue;
            }
            var parts = Parts(rows[r]);
            // 费用日期：2026-08-11 is an item's own.
            if (!parts.Exists(p => p.Said) && hits.Any(h => h.Row == r && TableReader.Ends(h.Field) && !LabelTable.IsMoney(h.Field)))
            {
                Close();
                above = null;
                continue;
            }
            if (parts.Exists(p => p.Kind == ColumnKind.Name) || parts.Exists(p => p is { Said: true, Kind: { } kind } && card.Said.ContainsKey(kind)))
                Close();
            card.Add(rows[r], parts);
        }
        Close();
        if (cards.Count < Fewest)
            return BySum(others, rows);
        // A mark in its box before the names, read with one of them.
        var marked = cards.Count(c => c.ClassBefore) * 2 >= cards.Count;
        // What stands between them and was not understood is said, so that the sum of the others accuses nobody.
        var unread = others.Where(c => c.Figures && !c.IsHeading && c.Rows[0].Y > cards[0].Rows[0].Y && c.Rows[0].Y < cards[^1].Rows[0].Y).Select(c => c.Unread()).OfType<TableRow>();
        return [.. cards.Select(c => c.Row(marked)).Concat(unread)];

        void Close()
        {
            if (card.Rows.Count == 0)
                return;
            if (above is not null && above.Heads(card) && Card.Of(above, card) is { } both && (above.Figures ? !card.IsProved : card.IsProved))
                card = both;
            if (card.IsProved)
            {
                if (day is { } on)
                    card.Said.TryAdd(ColumnKind.Date, on);
                cards.Add(card);
            }
            else
            {
                others.Add(card);
            }
            above = card.IsProved ? null : card;
            card = new Card();
        }
    }

    /// <summary>Whether days are lines of their cards, 计费时间：2024-02-20 between a name and its figures: then what stands below most of them has no name.</summary>
    private static bool AreOwn(IReadOnlyList<TextRow> rows)
    {
        List<int> days = [.. Enumerable.Range(0, Math.Max(0, rows.Count - 1)).Where(r => DayHeadings.Of(rows[r], withSum: true) is not null)];
        return days.Count > Fewest && days.Count(r => !Parts(rows[r + 1]).Exists(p => p.Kind == ColumnKind.Name) && Parts(rows[r + 1]).Exists(p => p.Kind is ColumnKind.Price or ColumnKind.Quantity)) * 10 >= days.Count * 8;
    }

    /// <summary>Cards of a name, how many and one amount, where all of them make a sum that stands elsewhere on the page.</summary>
    private static List<TableRow> BySum(List<Card> all, IReadOnlyList<TextRow> rows)
    {
        List<TableRow> counted = [.. all.Select(c => c.Counted()).OfType<TableRow>()];
        var sum = FeeRows.Of(counted).Aggregate(Fen.Zero, (whole, item) => whole + item.Amount);
        return counted.Count > Fewest && rows.SelectMany(row => Amount().Matches(row.Squeezed)).Any(a => MoneyText.Readings(a.Value).Any(m => m.Cost == 0 && m.Amount == sum)) ? counted : [];
    }

    /// <summary>What stands in a line, from left to right.</summary>
    /// <param name="Said">Whether a word or sign says what it is.</param>
    private readonly record struct Part(ColumnKind? Kind, Snippet Text, bool Said);

    private static List<Part> Parts(TextRow row)
    {
        var parts = new List<Part>();
        var heads = Head().Matches(row.Text);
        Free(0, heads.Count > 0 ? heads[0].Index : row.Glyphs.Length);
        for (var i = 0; i < heads.Count; i++)
        {
            var (from, to) = (heads[i].Index + heads[i].Length, i + 1 < heads.Count ? heads[i + 1].Index : row.Glyphs.Length);
            if (Snippet.Split(row.Glyphs.AsSpan(from, to - from)) is not [var first, ..])
                continue;
            var end = Array.IndexOf(row.Glyphs, first.Glyphs[^1], from) + 1;
            if (KindOf(heads[i].Groups["head"].Value) is not { } kind)
                continue;
            var value = Bare(first.Glyphs);
            // 单价28.00共8日, 单价 40.00 ×7: a figure ends where it ends.
            if (kind is ColumnKind.Price or ColumnKind.Quantity or ColumnKind.Amount or ColumnKind.SelfShare && Figure().Match(Glyph.Text(first.Glyphs)) is { Success: true } figure)
            {
                end = Array.IndexOf(row.Glyphs, first.Glyphs[figure.Index + figure.Length - 1], from) + 1;
                value = Bare(first.Glyphs[..(figure.Index + figure.Length)]);
            }
            if (value.Length > 0)
                parts.Add(new(kind, PriceOf().Match(TextFold.Squeeze(Glyph.Text(value))) is { Success: true } && kind == ColumnKind.Price ? BeforeSlash(value) : new Snippet(value), true));
            Free(end, to);
        }
        return parts;

        void Free(int from, int to)
        {
            var (named, until) = (false, 0);
            foreach (var piece in Pieces(row.Glyphs[from..to]))
            {
                var text = TextFold.Squeeze(piece.Text);
                if (Joined().Match(text) is { Success: true } joined)
                {
                    parts.Add(new(ColumnKind.Price, Within(piece, joined.Groups["price"].Value), true));
                    parts.Add(new(ColumnKind.Quantity, piece.Slice(joined.Groups["count"].Index, joined.Groups["count"].Index + joined.Groups["count"].Length), true));
                    named = false;
                    continue;
                }
                var part = PriceOf().IsMatch(text) ? new Part(ColumnKind.Price, BeforeSlash(Bare(piece.Glyphs)), true)
                    : Times().Match(text) is { Success: true } times ? new Part(ColumnKind.Quantity, Within(piece, times.Groups["count"].Value), true)
                    : Money().IsMatch(text) ? new Part(null, new Snippet(Bare(piece.Glyphs)), false)
                    : DateText.All(text) is [_] && !text.Any(TextFold.IsHan) ? new Part(ColumnKind.Date, piece, false)
                    : Class().Match(text) is { Success: true } said ? new Part(ColumnKind.Class, Within(piece, said.Groups["class"].Value), false)
                    : Code().IsMatch(text) ? new Part(ColumnKind.Code, piece, false)
                    : Counted().Match(text) is { Success: true } counted ? new Part(ColumnKind.Quantity, Within(piece, counted.Groups["count"].Value), false)
                    : (named && piece.X0 - until <= row.Height) || ((!Measure().IsMatch(text) || CodeBefore().IsMatch(text)) && text.Count(TextFold.IsHan) >= 2 && !parts.Exists(p => p.Said)) ? new Part(ColumnKind.Name, piece, false)
                    : new Part(ColumnKind.Remark, piece, false);
                // What stands right behind a name belongs to it up to its figures: 一次性使用输液器 带针.
                (named, until) = (part.Kind == ColumnKind.Name, piece.X1);
                parts.Add(part);
            }
        }
    }

    /// <summary>What a head says, also with the unit of the figure before it: 数量:9日单价:28.00.</summary>
    private static ColumnKind? KindOf(string head) =>
        Column.KindOf(head) ?? ColumnGrammar.Kind(head) ?? Enumerable.Range(1, Math.Max(0, head.Length - 2)).Select(from => Column.KindOf(head[from..])).FirstOrDefault(kind => kind is not null);

    /// <summary>Parted at blanks and strokes.</summary>
    private static IEnumerable<Snippet> Pieces(Glyph[] glyphs) =>
        Snippet.Split([.. glyphs.Select(g => g.Char is '|' or '丨' ? g with { Char = ' ' } : g)], atBlanks: true);

    private static Snippet Within(Snippet piece, string word) =>
        piece.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && at + word.Length <= piece.Glyphs.Length ? piece.Slice(at, at + word.Length) : piece;

    private static Snippet BeforeSlash(Glyph[] price) => new(Bare(price.TakeWhile(g => g.Char != '/')));

    /// <summary>An amount without its sign and 元.</summary>
    private static Glyph[] Bare(IEnumerable<Glyph> glyphs)
    {
        Glyph[] own = [.. glyphs.SkipWhile(g => g.IsBlank || g.Char is '¥' or '￥').Reverse().SkipWhile(g => g.IsBlank).Reverse()];
        return own is [.., { Char: '元' }] && own.Length > 1 && char.IsAsciiDigit(own[^2].Char) ? own[..^1] : own;
    }

    /// <summary>Lines of one item.</summary>
    private sealed class Card
    {
        private readonly List<Snippet> name = [];
        private readonly List<Snippet> money = [];
        private readonly List<Snippet> counts = [];
        private TableRow? proved;
        private bool tried;

        public List<TextRow> Rows { get; } = [];

        /// <summary>What a head or sign says, and whatever can be one thing only.</summary>
        public Dictionary<ColumnKind, Snippet> Said { get; } = [];

        /// <summary>Whether the class stands before the name.</summary>
        public bool ClassBefore { get; private set; }

        public bool Figures => money.Count > 0 || counts.Count > 0 || Said.ContainsKey(ColumnKind.Price) || Said.ContainsKey(ColumnKind.Quantity) || Said.ContainsKey(ColumnKind.Amount);

        public bool IsProved => Proved() is not null;

        /// <summary>All amounts of its lines.</summary>
        public IEnumerable<Snippet> Amounts => Said.TryGetValue(ColumnKind.Amount, out var said) ? money.Append(said) : money;

        /// <summary>A name, a quantity behind its sign or head, one amount and no price.</summary>
        public TableRow? Counted() =>
            Said.TryGetValue(ColumnKind.Quantity, out var quantity) && !Said.ContainsKey(ColumnKind.Price) && Amounts.ToList() is [var amount] && name.Count > 0
                ? new TableRow(new Dictionary<ColumnKind, Snippet>(Said) { [ColumnKind.Name] = Name, [ColumnKind.Quantity] = quantity, [ColumnKind.Amount] = amount }, false, Rows[0].Y, Math.Max(4, Rows[0].Height)) : null;

        private Snippet Name => PricedLines.WithoutSerial([.. name.SelectMany(n => n.Glyphs).Where(g => !g.IsBlank)]);

        /// <summary>Both together, the name of the first before that of the second.</summary>
        public static Card? Of(Card first, Card second)
        {
            if (first.Said.Keys.Any(second.Said.ContainsKey))
                return null;
            var both = new Card { ClassBefore = first.ClassBefore || second.ClassBefore };
            foreach (var card in new[] { first, second })
            {
                both.Rows.AddRange(card.Rows);
                both.name.AddRange(card.name);
                both.money.AddRange(card.money);
                both.counts.AddRange(card.counts);
                foreach (var (kind, text) in card.Said)
                    both.Said[kind] = text;
            }
            return both.IsProved ? both : null;
        }

        public void Add(TextRow row, List<Part> parts)
        {
            if (parts.Count == 0)
                return;
            Rows.Add(row);
            tried = false;
            foreach (var (kind, text, said) in parts)
            {
                if (kind == ColumnKind.Name && !said)
                    name.Add(text);
                else if (kind is null)
                    money.Add(text);
                else if (kind == ColumnKind.Quantity && !said)
                    counts.Add(text);
                else if (kind != ColumnKind.Remark && Said.TryAdd(kind.Value, text) && kind == ColumnKind.Class)
                    ClassBefore = name.Count == 0;
            }
        }

        /// <summary>Whether these lines may begin the name of the card below them: they stand right above it and are no heading.</summary>
        public bool Heads(Card below) =>
            name.Count > 0 && (below.Rows[0].Y - Rows[^1].Y) * 10 <= NextLine * below.Rows[0].Height && !IsHeading && TextValues.Hospital(Words) != Words;

        /// <summary>西药费 小计￥60.40: heads items.</summary>
        public bool IsHeading => FeeRows.IsCategory(Words);

        /// <summary>A line of the list that is no item, with what figure it has.</summary>
        public TableRow? Unread() =>
            Amounts.Concat(Said.Where(s => s.Key == ColumnKind.Price).Select(s => s.Value)).Select(figure => new TableRow(new Dictionary<ColumnKind, Snippet> { [ColumnKind.Remark] = figure }, false, Rows[0].Y, Math.Max(4, Rows[0].Height))).FirstOrDefault();

        private string Words => string.Concat(name.Select(n => n.Text));

        /// <summary>The item; a letter for a class that stands before its name is taken off where most cards have one there.</summary>
        public TableRow Row(bool marked)
        {
            var row = Proved()!;
            if (Said.TryGetValue(ColumnKind.Date, out var day))
                row = row with { Cells = new Dictionary<ColumnKind, Snippet>(row.Cells) { [ColumnKind.Date] = day } };
            if (!marked || row.Cells.ContainsKey(ColumnKind.Class) || row.Cells[ColumnKind.Name] is not { Glyphs: [{ Char: '甲' or '乙' or '丙' } mark, _, _, ..] whole })
                return row;
            return row with { Cells = new Dictionary<ColumnKind, Snippet>(row.Cells) { [ColumnKind.Class] = new([mark]), [ColumnKind.Name] = new(whole[1..]) } };
        }

        private TableRow? Proved()
        {
            if (!tried)
                (tried, proved) = (true, Prove());
            return proved;
        }

        private TableRow? Prove()
        {
            if (!Said.ContainsKey(ColumnKind.Name) && name.Count == 0)
                return null;
            // Figures that nothing names may be anything.
            if (!Said.ContainsKey(ColumnKind.Price) && !Said.ContainsKey(ColumnKind.Quantity))
                return null;
            foreach (var price in Said.TryGetValue(ColumnKind.Price, out var p) ? [p] : money)
            {
                foreach (var quantity in Said.TryGetValue(ColumnKind.Quantity, out var q) ? [q] : counts)
                {
                    foreach (var amount in Said.TryGetValue(ColumnKind.Amount, out var a) ? [a] : money.Where(m => m != price))
                    {
                        var cells = new Dictionary<ColumnKind, Snippet>(Said) { [ColumnKind.Price] = price, [ColumnKind.Quantity] = quantity, [ColumnKind.Amount] = amount };
                        if (!cells.ContainsKey(ColumnKind.Name))
                            cells[ColumnKind.Name] = Name;
                        var row = new TableRow(cells, false, Rows[0].Y, Math.Max(4, Rows[0].Height));
                        if (FeeRows.Of([row]) is [{ UnitPrice: not null, Quantity: not null } item] && FeeRows.Agrees(item))
                            return row;
                    }
                }
            }
            return null;
        }
    }
}
