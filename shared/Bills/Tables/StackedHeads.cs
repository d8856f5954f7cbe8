using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Heads of a list that a narrow cell breaks over two lines or three (折行表头: 医保类/型, 自付/比例, 单价/(元)), and those of a second level (其中: 先自付, 自费) beside heads that span both: all brought into one row.</summary>
static class StackedHeads
{
    private const int MostLines = 3;

    /// <summary>A word of a head has at most so many characters.</summary>
    private const int Longest = 9;

    /// <summary>So many other heads have to stand beside a broken one.</summary>
    private const int Fewest = 3;

    /// <summary>More heads than these are those of items, though the one of the names be broken itself or set so wide that it was read in two.</summary>
    private const int MostWithoutName = 5;

    /// <summary>Stands over heads of a second level and begins none.</summary>
    private const string OverSome = "其中";

    /// <summary>A head, its lines from above and what they say together.</summary>
    private sealed record Head(List<Run> Lines, ColumnKind? Kind)
    {
        public int X0 { get; } = Lines.Min(l => l.X0);

        public int X1 { get; } = Lines.Max(l => l.X1);

        public int Y { get; } = (Lines[0].Y + Lines[^1].Y) / 2;

        public int Height => Lines[0].Height;

        public bool Meets(Head other) => Math.Min(X1, other.X1) - Math.Max(X0, other.X0) > 0;
    }

    public static IReadOnlyList<Run> Join(IReadOnlyList<Run> runs)
    {
        List<Run> words = [.. runs.Where(IsWord).OrderBy(r => r.Y)];
        var heads = Heads(words);
        JoinUnknown(heads, words);
        List<Head> glued = [.. runs.Where(r => !words.Contains(r)).SelectMany(Glued)];
        var joined = runs.ToList();
        foreach (var head in heads.Where(h => h.Lines.Count > 1))
        {
            var beside = Beside(head, heads);
            if (beside.Count >= Fewest && AreOfItems([head, .. beside, .. Beside(head, glued)]))
                Replace(joined, head, Middle([.. beside.Where(b => b.Lines.Count == 1).DefaultIfEmpty(head)]));
        }
        foreach (var (above, below) in Pairs(heads))
            SetSideBySide(joined, above, below, heads);
        foreach (var level in Levels(heads.Where(h => h.Lines.Count == 1)))
            Raise(joined, level, words, heads);
        return joined;
    }

    /// <summary>The words that name a column, alone or with those right below them.</summary>
    private static List<Head> Heads(List<Run> words)
    {
        var heads = new List<Head>();
        var taken = new HashSet<Run>();
        foreach (var above in words)
        {
            if (taken.Contains(above))
                continue;
            List<Run> lines = [above];
            (List<Run> Lines, ColumnKind Kind)? whole = null;
            while (lines.Count < MostLines && !Text(above).StartsWith(OverSome, StringComparison.Ordinal) && words.Find(w => !taken.Contains(w) && IsUnder(lines[^1], w)) is { } below)
            {
                if (!Continues(Text(below)) && !Ends(string.Concat(lines.Select(Text)), Text(below)))
                    break;
                lines.Add(below);
                if (Kind(string.Concat(lines.Select(Text))) is { } kind)
                    whole = ([.. lines], kind);
            }
            var head = whole is var (both, named) ? new Head(both, named) : Kind(Text(above)) is { } alone ? new Head([above], alone) : null;
            if (head is null)
                continue;
            heads.Add(head);
            taken.UnionWith(head.Lines);
        }
        return heads;
    }

    /// <summary>记账 over 科室: two lines of a head that nobody knows, where others beside it stand in the same two.</summary>
    private static void JoinUnknown(List<Head> heads, List<Run> words)
    {
        List<Head> known = [.. heads.Where(h => h.Lines.Count == 2)];
        foreach (var above in words.Where(w => !heads.Exists(h => h.Lines.Contains(w))))
        {
            if (words.Find(w => IsUnder(above, w) && !heads.Exists(h => h.Lines.Count > 1 && h.Lines.Contains(w))) is { } below && known.Count(h => IsLevel(h.Lines[0], above) && IsLevel(h.Lines[1], below)) >= Fewest)
            {
                heads.RemoveAll(h => h.Lines.Contains(below));
                heads.Add(new Head([above, below], Kind(Text(above) + Text(below)) ?? ColumnKind.Remark));
            }
        }
    }

    private static bool IsLevel(Run one, Run other) => Math.Abs(one.Y - other.Y) * 4 <= one.Height;

    /// <summary>The heads that a line of several holds (收费单价计费数量应收金额); these are known where they stand and are not broken.</summary>
    private static IEnumerable<Head> Glued(Run run) => IsLine(run) ? Column.ByLength.Where(h => h.Text.Length > 1 && Text(run).Contains(h.Text, StringComparison.Ordinal)).Select(h => new Head([run], h.Kind)) : [];

    /// <summary>Whether a line holds words only, more than a head has.</summary>
    private static bool IsLine(Run run) => run.Glyphs.Length > Longest && !run.Glyphs.Any(g => char.IsAsciiDigit(g.Char) || g.Char is ':' or ',');

    /// <summary>What one cell may hold over what else.</summary>
    private static readonly ColumnKind[] InOneCell = [ColumnKind.Code, ColumnKind.Name, ColumnKind.Spec, ColumnKind.Unit];

    /// <summary>Two heads of one cell, the one over the other (项目编码 over 项目名称, 规格 over 单位).</summary>
    private static IEnumerable<(Head Above, Head Below)> Pairs(List<Head> heads) =>
        from above in heads
        where above is { Lines.Count: 1, Kind: { } first } && InOneCell.Contains(first)
        from below in heads
        where below is { Lines.Count: 1, Kind: { } second } && second != above.Kind && InOneCell.Contains(second) && IsUnder(above.Lines[0], below.Lines[0])
        let beside = heads.Where(h => h != above && h != below && !h.Meets(above) && !h.Meets(below) && h.Y >= above.Y - (above.Height / 2) && h.Y <= below.Y + (below.Height / 2)).ToList()
        where beside.Count >= Fewest && AreOfItems([above, below, .. beside])
        select (above, below);

    /// <summary>Both heads into the row of the others, each with half of the cell.</summary>
    private static void SetSideBySide(List<Run> joined, Head above, Head below, List<Head> heads)
    {
        var y = Middle([.. heads.Where(h => !h.Meets(above) && !h.Meets(below) && h.Y >= above.Y - (above.Height / 2) && h.Y <= below.Y + (below.Height / 2) && (h.Kind is ColumnKind.Price or ColumnKind.Quantity or ColumnKind.Amount)).DefaultIfEmpty(above)]);
        var (left, right) = (Math.Min(above.X0, below.X0), Math.Max(above.X1, below.X1));
        var middle = (left + right) / 2;
        foreach (var (head, x0, x1) in new[] { (above, left, middle - 1), (below, middle + 1, right) })
        {
            var line = head.Lines[0];
            if (joined.IndexOf(line) is >= 0 and var at)
                joined[at] = new Run([.. line.Glyphs.Select(g => g with { X0 = Within(g.X0), X1 = Within(g.X1) })], x0, x1, y, line.Height);

            int Within(int x) => x0 + ((x - line.X0) * (x1 - x0) / Math.Max(1, line.X1 - line.X0));
        }
    }

    /// <summary>Heads of a second level: half a line off the others, between or behind them, with whatever words stand in line with them.</summary>
    private static void Raise(List<Run> joined, List<Head> level, List<Run> words, List<Head> heads)
    {
        var first = level[0];
        // The page may still lean a little: the others need not stand at one height, only on one side.
        List<Head> main = heads.Where(h => !level.Contains(h) && Math.Abs(h.Y - first.Y) * 20 <= first.Height * 19 && Math.Abs(h.Y - first.Y) * 20 >= first.Height * 6)
            .GroupBy(h => h.Y < first.Y).Select(g => g.ToList()).MaxBy(g => g.Count) ?? [];
        if (main.Count <= Math.Max(Fewest, level.Count) || !AreOfItems(main))
            return;
        List<Run> line = [.. words.Where(w => Math.Abs(w.Y - first.Y) * 3 <= first.Height)];
        if (line.Exists(w => main.Exists(m => Math.Min(w.X1, m.X1) > Math.Max(w.X0, m.X0))))
            return;
        var y = Middle(main);
        // 其中 over them would keep them out of the row.
        joined.RemoveAll(w => words.Contains(w) && !line.Contains(w) && Math.Abs(w.Y - y) <= first.Height && line.Exists(l => Math.Min(l.X1, w.X1) > Math.Max(l.X0, w.X0)));
        foreach (var word in line.Where(joined.Contains))
            joined[joined.IndexOf(word)] = word with { Y = y };
    }

    /// <summary>The heads by the lines they stand in.</summary>
    private static List<List<Head>> Levels(IEnumerable<Head> heads)
    {
        var levels = new List<List<Head>>();
        foreach (var head in heads.OrderBy(h => h.Y))
        {
            if (levels.LastOrDefault() is { } last && (head.Y - last[0].Y) * 3 <= head.Height)
                last.Add(head);
            else
                levels.Add([head]);
        }
        return levels;
    }

    /// <summary>Whether heads are those of a list of items, not labels of a form that read like some.</summary>
    private static bool AreOfItems(List<Head> heads) => (heads.Exists(h => h.Kind is ColumnKind.Name) || heads.Count > MostWithoutName) && heads.Exists(h => h.Kind is ColumnKind.Price or ColumnKind.Quantity or ColumnKind.Amount);

    /// <summary>Whether a line goes on with a head: (元), or what stands in one that lists print.</summary>
    private static bool Continues(string line) => line is ['(', .. { Length: <= 3 }, ')'] or ['/', _] or "%" || Column.ByLength.Any(h => h.Text.Contains(line, StringComparison.Ordinal));

    /// <summary>国家项目代 + 码, 自付 + 比例%, 项目 + (药品)名称: a line with which a head says what it did not say without. A label of its own (范围内费用 over 基金支付合计) ends none.</summary>
    private static bool Ends(string above, string below) => !above.Contains('/', StringComparison.Ordinal) && !LabelTable.ByText.ContainsKey(below) && Kind(above + below) is { } whole && (Kind(above) is null || below[0] == '(' || (below.Length <= LongestEnd && Kind(above) != whole));

    /// <summary>The end of a head has at most so many characters.</summary>
    private const int LongestEnd = 4;

    private static List<Head> Beside(Head head, List<Head> heads) => [.. heads.Where(h => h != head && !h.Meets(head) && Math.Abs(h.Y - head.Y) <= head.Height)];

    private static int Middle(List<Head> heads) => heads.Select(h => h.Y).Order().ElementAt(heads.Count / 2);

    private static void Replace(List<Run> joined, Head head, int y)
    {
        joined.RemoveAll(head.Lines.Contains);
        joined.Add(new Run([.. head.Lines.SelectMany(l => l.Glyphs)], head.X0, head.X1, y, head.Height));
    }

    private static bool IsWord(Run run) => run.Glyphs.Length is >= 1 and <= Longest && (run.Glyphs.Any(g => TextFold.IsHan(g.Char)) || Text(run) is "(%)" or "%") && !run.Glyphs.Any(g => char.IsAsciiDigit(g.Char) || g.Char is ':' or ',');

    /// <summary>In the next line of one cell.</summary>
    private static bool IsUnder(Run above, Run below) =>
        (below.Y - above.Y) * 10 > above.Height * 5 && (below.Y - above.Y) * 10 <= above.Height * 16
        && (Math.Min(above.X1, below.X1) - Math.Max(above.X0, below.X0)) * 10 >= Math.Min(above.X1 - above.X0, below.X1 - below.X0) * 6;

    private static ColumnKind? Kind(string text) => Column.KindOf(text) ?? ColumnGrammar.Kind(text);

    private static string Text(Run run) => TextFold.Squeeze(run.Text);
}
