namespace Shouwang.Shared.Bills.Tables;

/// <summary>What a kind of head says that comes twice in a row of heads (重复的列): the list printed beside the first begins again with the same heads; under another head it is another column of the same list (自费金额 and 自理金额, 应收金额 and 实收金额, 项目名称 and 医保项目名称).</summary>
static class RepeatedHeads
{
    /// <summary>The columns from left to right, each in its list and each kind once in a list; what comes again is a column we do not need.</summary>
    public static List<Column> Settle(List<Column> columns)
    {
        var settled = new List<Column>();
        var (beside, group) = (AreBeside(columns), 0);
        foreach (var next in columns)
        {
            var before = settled.FindIndex(c => c.Group == group && c.Kind == next.Kind);
            if (before < 0 || next.Kind == ColumnKind.Remark)
            {
                settled.Add(next with { Group = group });
            }
            else if (next.Kind == ColumnKind.Class && settled[before].Head != next.Head && (IsVague(settled[before]) || IsVague(next)))
            {
                // 类别 beside 甲乙丙 is what sort of charge it is.
                var vague = IsVague(settled[before]);
                if (vague)
                    settled[before] = settled[before] with { Kind = ColumnKind.Category };
                settled.Add(next with { Group = group, Kind = vague ? ColumnKind.Class : ColumnKind.Category });
            }
            else if (beside)
            {
                settled.Add(next with { Group = ++group });
            }
            else if (next.Kind == ColumnKind.SelfPaid && IsFunded(settled[before]))
            {
                settled[before] = settled[before] with { Kind = ColumnKind.Remark };
                settled.Add(next with { Group = group });
            }
            else
            {
                settled.Add(next with { Group = group, Kind = ColumnKind.Remark });
            }
        }
        // What insurance does not know at all is no share of what it knows.
        return [.. settled.Select(c => c.Kind == ColumnKind.SelfPaid && IsFunded(c) && settled.Exists(s => s.Group == c.Group && s.Kind == ColumnKind.SelfShare) ? c with { Kind = ColumnKind.Remark } : c)];
    }

    /// <summary>Of lists abreast the heads are the same: one that was lost or misread in one of them (全额, or nothing at all) stands as far behind the names as in the list that has them all.</summary>
    /// <param name="columns">With those under words that nobody knows.</param>
    public static List<Column> Complete(List<Column> columns, int height)
    {
        if (columns.Where(IsKnown).GroupBy(c => c.Group).Where(g => g.Any(c => c.Kind == ColumnKind.Name)).ToList() is not { Count: > 1 } lists)
            return columns;
        var whole = lists.MaxBy(g => g.Count())!;
        var (completed, names) = (columns.ToList(), whole.First(c => c.Kind == ColumnKind.Name));
        foreach (var list in lists.Where(g => g.Key != whole.Key && g.Count(c => whole.Any(w => w.Kind == c.Kind && w.Head == c.Head)) >= FewestSame))
        {
            var own = list.First(c => c.Kind == ColumnKind.Name);
            var next = columns.Where(c => c.X0 > own.X0 && c.Group > list.Key).Select(c => c.X0).DefaultIfEmpty(int.MaxValue).Min();
            foreach (var lost in whole.Where(w => w.X0 > names.X0 && !list.Any(c => c.Kind == w.Kind)))
            {
                var (x0, x1) = (lost.X0 - names.X0 + own.X0, lost.X1 - names.X0 + own.X0);
                // Between its neighbours, and before the next list.
                if (x1 > next || list.Any(c => c.X0 < x1 && c.X1 > x0) || list.Any(c => whole.FirstOrDefault(w => w.Kind == c.Kind) is { } same && same.X0 < lost.X0 != c.X0 < x0))
                    continue;
                completed.RemoveAll(c => c.Kind == ColumnKind.Remark && !Column.Known(c.Head) && c.X0 < x1 + height && c.X1 > x0 - height);
                completed.Add(lost with { Group = list.Key, X0 = x0, X1 = x1 });
            }
        }
        return [.. completed.OrderBy(c => c.X0)];
    }

    /// <summary>So many heads of a list abreast, its names among them, have to be those of the whole one.</summary>
    private const int FewestSame = 2;

    private static bool IsKnown(Column column) => column.Kind != ColumnKind.Remark;

    private static bool IsFunded(Column column) => column.Head.Contains("自费", StringComparison.Ordinal) && !column.Head.Contains("自付", StringComparison.Ordinal);

    /// <summary>Whether the heads begin again: names behind the first names' figures or under the same word, or two kinds.</summary>
    private static bool AreBeside(List<Column> columns)
    {
        List<int> names = [.. Enumerable.Range(0, columns.Count).Where(i => columns[i].Kind == ColumnKind.Name)];
        if (names is [var name, .., var last] && columns.Take(last).Skip(name).Any(c => c.Kind is ColumnKind.Price or ColumnKind.Amount))
            return true;
        List<(Column First, Column Again)> twice = [.. columns.Select((c, i) => (First: columns.Find(other => other.Kind == c.Kind)!, Again: c)).Where(p => p.First != p.Again && p.Again.Kind != ColumnKind.Remark)];
        List<(Column First, Column Again)> same = [.. twice.Where(p => p.First.Head == p.Again.Head)];
        return same.Exists(p => p.Again.Kind == ColumnKind.Name) || same.Select(p => p.Again.Kind).Distinct().Count() >= 2 || (same.Count > 0 && twice.Exists(p => p.Again.Kind == ColumnKind.Name));
    }

    private static bool IsVague(Column column) => column.Head is "类" or "类别" or "类型";
}
