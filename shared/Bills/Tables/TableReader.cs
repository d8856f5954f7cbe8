using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Reads fee tables from rows of text: the header names the columns, each row's cells are put under them by place and by what they look like.</summary>
static partial class TableReader
{
    private static readonly string[] Sums = ["合计", "金额合计", "总计", "小计", "本页小计", "本页合计", "费用合计", "总费用", "[合计", "类别合计", "承前页", "承上页", "接上页", "上页合计", "上页结转", "过次页", "转下页", "结转下页"];

    /// <summary>Of them those that sum the whole list.</summary>
    private static readonly string[] Totals = ["合计", "金额合计", "总计", "费用合计", "总费用"];

    /// <summary>What it costs to leave out words that stand under no column, a piece of a seal.</summary>
    private const int Stray = 90;

    /// <summary>What it costs to take a figure without its mark for a share.</summary>
    private const int Bare = 5;

    /// <summary>What it costs to take 乙 for a name where classes have a column: that of the list beside it.</summary>
    private const int NoName = 40;

    public static IReadOnlyList<TableRow> Read(IReadOnlyList<TextRow> rows, IReadOnlyList<IReadOnlyList<Column>?> headers, IReadOnlyList<LabelHit> hits, SealPieces seals)
    {
        var (read, priced) = Read(rows, headers, hits, seals, 0, null);
        if (priced)
            return read;
        // Two ways to understand a phone's list: by lines, unless price times quantity proves half as many cards again.
        var (lines, cards) = (PricedLines.Read(rows, hits), ItemCards.Read(rows, hits));
        if (lines.Count + cards.Count > 0)
            return lines.Count > 0 && lines.Count(IsProved) * 3 >= cards.Count(IsProved) * 2 && !(cards.Count(IsProved) >= lines.Count(IsProved) && lines.Count(HoldsHeads) * 2 >= lines.Count) ? lines : cards;
        return UnheadedColumns.Find(rows) is var (from, columns) && Read(rows, headers, hits, seals, from, columns) is (var unheaded, true) && FeeRows.Of(unheaded).Count >= FeeRows.Of(read).Count ? unheaded : read;
    }

    /// <param name="from">The row to begin with.</param>
    /// <param name="columns">The columns there, null where a header has to name them.</param>
    /// <returns>The rows, and whether any of them has a name and a price.</returns>
    private static (IReadOnlyList<TableRow> Rows, bool Priced) Read(IReadOnlyList<TextRow> rows, IReadOnlyList<IReadOnlyList<Column>?> headers, IReadOnlyList<LabelHit> hits, SealPieces seals, int from, IReadOnlyList<Column>? columns)
    {
        var found = new List<TableRow>();
        var guess = columns is null ? null : new GuessedHeads(columns, null);
        var edges = columns is null ? [] : Edges(columns);
        // Rows where words of neighbouring cells are parted.
        List<TextRow> parted = [.. rows];
        Snippet? day = null;
        var days = new MergedDays();
        var list = columns is null ? -1 : 0;
        var ys = rows.SelectMany(row => row.Runs).SelectMany(run => run.Glyphs.Select(g => (g.Line, run.Y))).DistinctBy(line => line.Line).ToDictionary(line => line.Line, line => line.Y);
        int y(Snippet cell) => cell.Glyphs.Select(g => ys.TryGetValue(g.Line, out var own) ? own : (int?)null).FirstOrDefault(own => own is not null) ?? 0;
        for (var r = from; r < rows.Count; r++)
        {
            var guessed = GuessedHeads.Find(rows, r, headers);
            if ((guessed?.Columns ?? headers[r]) is { } header)
            {
                var (_, below) = CellPlaces.Part(header, [.. rows.Skip(r + 1).TakeWhile((_, next) => headers[r + 1 + next] is null)], rows[r].Height);
                (columns, guess, list) = (guessed is null ? CellMeanings.Settle(header, below) : header, guessed, list + 1);
                if (ProvedColumns.Under(columns, below, rows[r].Height) is { } proved)
                    (columns, guess) = (proved, new GuessedHeads(proved, null));
                columns = LostColumns.Add(columns, below, rows[r].Height);
                guess = guess is null ? null : guess with { Columns = columns };
                (edges, below) = CellPlaces.Part(columns, below, rows[r].Height);
                for (var i = 0; i < below.Count; i++)
                    parted[r + 1 + i] = below[i];
                continue;
            }
            if (SegmentHeads.Are(rows[r]))
                columns = null;
            if (columns is null)
                continue;
            if (CategorySums.Are(rows[r], columns))
                continue;
            var squeezed = rows[r].Squeezed;
            var sum = IsSum(squeezed);
            // 费用日期：2025-09-08 heads the items of a day.
            if (!sum && DayHeadings.Of(rows[r], withSum: true) is { } heading)
            {
                // Below its items a day with its sum heads nothing.
                if (day is null && found.Exists(row => !row.IsSum) && DayHeadings.Of(rows[r], withSum: false) is null)
                    continue;
                days.Alone(rows[r], heading, columns);
                day = heading;
                continue;
            }
            // A stamp's 医院 in a row that price times quantity proves to be an item is no label.
            if (!sum && hits.Any(h => h.Row == r && Ends(h.Field) && !IsMargin(rows[r], h, columns)) && !IsItem(ReadRow(parted[r], columns, [.. edges], sum), columns.Any(c => c.Kind == ColumnKind.Price)))
            {
                columns = null;
                continue;
            }
            var own = ReadRow(parted[r], columns, edges, sum).ToList();
            // Of lists abreast one may end in its sum beside an item of the other.
            if (sum && own.Count > 1)
                own = [.. own.Select(row => row with { IsSum = IsSum(string.Concat(row.Cells.Values.OrderBy(c => c.X0).Select(c => TextFold.Squeeze(c.Text)))) || !row.Cells.ContainsKey(ColumnKind.Name) || !row.Cells.ContainsKey(ColumnKind.Quantity) })];
            if (!sum && NamesAbove.Are(columns))
                own = NamesAbove.Give(rows, r, own, hits);
            if (!sum && guess is not null)
                own = guess.Proved(parted[r], own);
            days.Within(rows[r], own);
            if (sum && own.Count > 0 && Totals.Any(t => squeezed.StartsWith(t, StringComparison.Ordinal)) && !squeezed.Contains("小计", StringComparison.Ordinal))
                own[0] = own[0] with { Total = [.. own.SelectMany(row => columns.Where(c => c.Group == row.Group && c.Kind != ColumnKind.Remark && row.Cells.ContainsKey(c.Kind)).Select(c => (c, row.Cells[c.Kind])).Concat(row.Others))] };
            own = [.. own.Select(row => StampedNames.Clean(row, seals.Hospitals))];
            found.AddRange(own.Select(row => row with { List = list }).Select(row => day is { } d && !row.Cells.ContainsKey(ColumnKind.Date)
                ? row with { Cells = new Dictionary<ColumnKind, Snippet>(row.Cells) { [ColumnKind.Date] = d } } : row));
        }
        var joined = CategoryTotals.Mark([.. found.GroupBy(r => r.Group).SelectMany(g => WrappedNames.Join([.. g], y))]);
        return (joined.Any(r => r.Group > 0 && r.Cells.ContainsKey(ColumnKind.Name)) ? joined : [.. days.Fill(joined)], found.Exists(r => r.Cells.ContainsKey(ColumnKind.Price) && r.Cells.ContainsKey(ColumnKind.Name)));
    }

    /// <summary>Whether what was taken for a name says what figures or words behind it are, 收费单位天 自负比例0%: that is a line of a card.</summary>
    private static bool HoldsHeads(TableRow row) => row.Text(ColumnKind.Name) is { } name && ItemCards.Says(name);

    /// <summary>Whether a row says what others add up to.</summary>
    public static bool IsSum(string squeezed) => Array.Exists(Sums, s => squeezed.StartsWith(s, StringComparison.Ordinal)) || DaySums.Begins(squeezed) || squeezed.Contains("小计", StringComparison.Ordinal);

    /// <summary>Whether an item's price times its quantity makes its amount.</summary>
    public static bool IsProved(TableRow row) => row.Cells.ContainsKey(ColumnKind.Amount) && FeeRows.Of([row]) is [{ UnitPrice: not null, Quantity: not null } item] && FeeRows.Agrees(item);

    private static bool IsItem(IEnumerable<TableRow> read, bool priced) => FeeRows.Of([.. read.Where(r => r.Cells.ContainsKey(ColumnKind.Amount))]) is [{ Quantity: not null } item, ..] && (!priced || item.UnitPrice is not null) && FeeRows.Agrees(item);

    /// <summary>Whether a label ends a list: what follows are no items.</summary>
    public static bool Ends(string field) => field is not (LabelTable.Other or FieldName.Department or FieldName.Diagnosis or FieldName.Operation or FieldName.SelfFunded or FieldName.Days);

    /// <summary>What a form prints down its right edge (第二联 交款人收执) ends no list beside it.</summary>
    private static bool IsMargin(TextRow row, LabelHit hit, IReadOnlyList<Column> columns) => hit.End == row.Glyphs.Length && row.Glyphs[hit.Start].X0 > columns.Where(c => c.Kind != ColumnKind.Remark).Max(c => c.X1) + row.Height;

    /// <summary>Where the columns begin and end; reading a row moves them to where its cells stand.</summary>
    public static (int X0, int X1)[] Edges(IReadOnlyList<Column> columns) => [.. columns.Select(c => (c.X0, c.X1))];

    /// <summary>The items of a row, one of each list that stands beside another.</summary>
    public static IEnumerable<TableRow> ReadRow(TextRow row, IReadOnlyList<Column> columns, (int X0, int X1)[] edges, bool sum)
    {
        var cells = Cells(row, columns, edges);
        if (cells.Count == 0)
            yield break;
        var height = Math.Max(4, row.Height);
        var classed = columns.Any(c => c.Kind == ColumnKind.Class);
        var sorted = columns.Any(c => c.Kind == ColumnKind.Category);
        var under = Aligner.Align(cells.Count, columns.Count,
            (i, j) => Distance(cells[i], edges[j]) * 10 / height + Misfit(cells[i].Text, columns[j]) + (classed && columns[j].Kind == ColumnKind.Name && cells[i].Text.Trim('[', ']', '(', ')').Length == 1 && FeeRows.IsClass(cells[i].Text) ? NoName : 0)
                // 卫生材料 | 费: the end of a category that its narrow cell breaks.
                + (sorted && columns[j].Kind == ColumnKind.Name && cells[i].Text is "费" or "料费" or "药费" or "疗费" or "查费" ? NoName : 0),
            j => columns[j].Kind is ColumnKind.Name or ColumnKind.Spec ? 8 : 500,
            j => columns[j].Kind is ColumnKind.Amount or ColumnKind.Name ? 25 : 1,
            i => cells[i].Text.Any(char.IsAsciiDigit) || FeeRows.IsClass(cells[i].Text) ? 500 : Stray);
        foreach (var group in cells.Select((cell, i) => (cell, column: under[i])).Where(c => c.column >= 0).GroupBy(c => columns[c.column].Group))
        {
            var byKind = new Dictionary<ColumnKind, Snippet>();
            var others = new List<(Column Column, Snippet Cell)>();
            foreach (var column in group.GroupBy(c => c.column))
            {
                // A name keeps its pieces apart: the code in the line below it and what stands behind that.
                Glyph[] joined = [.. column.SelectMany((c, n) => n > 0 && columns[column.Key].Kind == ColumnKind.Name ? c.cell.Glyphs.Prepend(Glyph.Between(' ')) : c.cell.Glyphs)];
                byKind[columns[column.Key].Kind] = new Snippet(joined);
                if (columns[column.Key].Kind == ColumnKind.Remark)
                    others.Add((columns[column.Key], new Snippet(joined)));
                // Columns of a photographed page drift sideways: the next row looks below this one.
                if (Misfit(new Snippet(joined).Text, columns[column.Key]) <= (columns[column.Key].Kind == ColumnKind.SelfShare ? Bare : 0))
                    edges[column.Key] = Drift(edges[column.Key], new Snippet(joined));
            }
            PricesAside.Mend(byKind, group.Key, columns, [.. cells.Where((_, i) => under[i] < 0 || columns[under[i]].Group == group.Key)]);
            // [床位费] over the codes heads the items below it.
            if (!byKind.ContainsKey(ColumnKind.Name) && byKind.ContainsKey(ColumnKind.Amount) && byKind.TryGetValue(ColumnKind.Code, out var heading) && FeeRows.IsCategory(heading.Text) && byKind.Remove(ColumnKind.Code))
                byKind[ColumnKind.Name] = heading;
            PartsAside.Mend(byKind, group.Key, columns);
            yield return new TableRow(byKind, sum || FeeRows.IsCategorySum(byKind, columns), row.Y, height, group.Key) { Others = others };
        }
    }

    private static (int X0, int X1) Drift((int X0, int X1) edge, Snippet cell)
    {
        var left = Math.Abs(cell.X0 - edge.X0) <= Math.Abs(cell.X1 - edge.X1);
        var shift = (left ? cell.X0 - edge.X0 : cell.X1 - edge.X1) / 2;
        return (edge.X0 + shift, edge.X1 + shift);
    }

    private static int Distance(Snippet cell, (int X0, int X1) edge) =>
        Math.Min(Math.Min(Math.Abs(cell.X0 - edge.X0), Math.Abs(cell.X1 - edge.X1)), Math.Abs(cell.Middle - ((edge.X0 + edge.X1) / 2)));

    public static List<Snippet> Cells(TextRow row, IReadOnlyList<Column> columns, (int X0, int X1)[] edges)
    {
        var cells = new List<Snippet>();
        foreach (var snippet in CellCuts.Cells(row, columns, edges))
        {
            // 0%6, 10%%: the mark's second ring read once more.
            var rest = TwicePercent().IsMatch(snippet.Text) ? snippet.Slice(0, snippet.Glyphs.Length - 1) : snippet;
            while (CellCuts.After(rest, columns, edges) is > 0 and var cut)
            {
                cells.Add(rest.Slice(0, cut));
                rest = rest.Slice(cut, rest.Glyphs.Length);
            }
            cells.Add(rest);
        }
        // Rules of the table and specks read as marks are no cells.
        cells.RemoveAll(c => !c.Glyphs.Any(g => char.IsLetterOrDigit(g.Char)));
        // The time of day behind a day says nothing of an item.
        if (columns.Any(c => c.Kind == ColumnKind.Date))
            cells.RemoveAll(c => TimeOfDay().IsMatch(c.Text));
        return cells;
    }

    [GeneratedRegex(@"^\d{1,3}%[%6sSoO0]$")]
    private static partial Regex TwicePercent();

    [GeneratedRegex(@"^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$")]
    private static partial Regex TimeOfDay();

    /// <summary>39.000: no name.</summary>
    [GeneratedRegex(@"^\d+\.\d{2,4}$")]
    private static partial Regex Decimal();

    /// <summary>03月31日, 2026年3月1日.</summary>
    [GeneratedRegex(@"^(?:20\d{2}年)?\d{1,2}月\d{1,2}日?$")]
    private static partial Regex MonthAndDay();

    /// <summary>No thing is measured so long: what has as many figures is a code.</summary>
    private static bool IsCode(string text) => text.Length >= 9 && text.Count(char.IsAsciiDigit) >= 8 && !text.Contains('.', StringComparison.Ordinal);

    /// <summary>How badly a text suits a column, 0 when it may well stand there.</summary>
    public static int Misfit(string text, Column column)
    {
        var han = text.Any(TextFold.IsHan);
        var digits = text.Count(char.IsAsciiDigit);
        if (column.Kind == ColumnKind.Price)
            return PriceText.Readings(FeeRows.WithoutUnit(text)) is not [var price, ..] ? 60 : price.Amount.IsFine && price.Cost == PriceText.ThreeDecimals ? 10 : price.Cost >= 2 ? 4 : 0;
        if (column.IsMoney || (column.IsOtherMoney && digits > 0))
            return MoneyText.Readings(FeeRows.WithoutUnit(text)) is { Count: > 0 } readings ? (readings[0].Cost >= 2 ? 4 : 0) : 60;
        return column.Kind switch
        {
            ColumnKind.Serial => digits == text.Length && text.Length <= 4 ? 0 : 40,
            ColumnKind.Date => digits >= 3 && (!han || MonthAndDay().IsMatch(text)) ? 0 : 60,
            ColumnKind.Code => text.Length >= 5 && !han && digits >= 3 ? 0 : 40,
            ColumnKind.Name => han ? 0 : IsCode(text) ? 35 : text.Any(char.IsAsciiLetter) ? 10 : Decimal().IsMatch(text) || (text.Contains('.', StringComparison.Ordinal) && MoneyText.Readings(text) is [(_, 0), ..]) ? 90 : 30,
            ColumnKind.Class => text.Trim('[', ']', '(', ')') is ['甲' or '乙' or '丙' or '自' or '无' or '有' or '全' or 'Z', ..] && (text.Length <= 3 || FeeRows.IsClass(text)) ? 0 : han && text.Length <= 3 ? 12 : 40,
            ColumnKind.Category => FeeRows.IsCategory(text) ? 0 : han ? (text.Length <= 5 ? 2 : 14) : 40,
            ColumnKind.Unit => text.Length <= 3 && digits == 0 ? 0 : 25,
            ColumnKind.Quantity => FeeRows.Quantity(text) is not null ? (text.Contains('.', StringComparison.Ordinal) ? 3 : 0) : 40,
            ColumnKind.SelfShare => text.EndsWith('%') ? 0 : digits == text.Length || FeeRows.IsNought(text) || text.StartsWith("0.", StringComparison.Ordinal) || text is "1.0" or "1.00" ? Bare : 40,
            ColumnKind.Spec => IsCode(text) ? 38 : digits > 0 || han ? 3 : 8,
            _ => han ? 3 : 12,
        };
    }
}
