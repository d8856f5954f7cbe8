using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Classes that stand right before or behind a name (甲乙丙标记): in a list without a column of their own, or where two cells were read as one.</summary>
static partial class ClassBesideName
{
    private const int Fewest = 3;

    /// <summary>(甲), [乙10%], [自费], [自], 甲-, 乙、: the share may stand behind the class, the item's number before it.</summary>
    [GeneratedRegex(@"^(?:[★☆*·]|\d{1,3}(?=[(\[]))?[(\[]?(?:(?<class>[甲乙丙])类?(?<share>\d{1,3}%)?[)\]*、:-]?|(?<z>Z)[)\]、:-]|全?(?<own>自费?)[)\]])(?=.{2})")]
    private static partial Regex Before();

    [GeneratedRegex(@"(?<=.{3})[(\[]?(?<class>[甲乙丙])类?(?<share>\d{1,3}%)?[)\]]?$")]
    private static partial Regex Behind();

    public static IReadOnlyList<FeeRow> Part(IReadOnlyList<FeeRow> rows)
    {
        var classes = rows.Count(r => r.Class is not null);
        // 甲硝唑 begins so by itself: only a list that marks nearly every item marks them.
        if (classes == 0 && rows.Count >= Fewest && rows.Count(r => Before().IsMatch(r.Name)) * 10 >= rows.Count * 8)
            return [.. rows.Select(r => Without(r, Before()))];
        if (classes == 0 && rows.Count >= Fewest && rows.Count(r => Behind().IsMatch(r.Name)) * 10 >= rows.Count * 8)
            return [.. rows.Select(r => Without(r, Behind()))];
        // One whose class stood apart from its name is no column of classes.
        var before = rows.Count(r => r.Class is null && Before().IsMatch(r.Name));
        if (before >= Fewest && before > classes * 2 && (classes + before) * 10 >= rows.Count * 8)
            return [.. rows.Select(r => r.Class is null ? Without(r, Before()) : r)];
        var behind = rows.Count(r => r.Class is null && Behind().IsMatch(r.Name));
        return classes * 2 >= rows.Count && classes > 0 || (classes >= Fewest && (classes + behind) * 2 >= rows.Count) ? [.. rows.Select(r => r.Class is null ? Without(r, Behind()) : r)] : rows;
    }

    private static FeeRow Without(FeeRow row, Regex mark)
    {
        if (mark.Match(row.Name) is not { Success: true } match)
            return row;
        // A word that begins behind the mark is known without its first character only now.
        var (read, bare) = (mark.Replace(row.NameAsRead ?? row.Name, ""), mark.Replace(row.Name, ""));
        bare = FeeRows.WithStroke(bare);
        var name = ItemWords.Shipped.Mend(bare, [.. Enumerable.Repeat(BasisPoints.Whole.Value, bare.Length)]);
        var share = match.Groups["share"] is { Success: true, ValueSpan: var percent } && int.TryParse(percent.TrimEnd('%'), out var points) && points <= 100 ? new BasisPoints(points * 100) : row.SelfShare;
        return row with { Class = match.Groups["class"] is { Success: true } letter ? letter.Value : match.Groups["own"].Success ? "丙" : "乙", SelfShare = share, Name = name, NameAsRead = read == name ? null : read };
    }
}
