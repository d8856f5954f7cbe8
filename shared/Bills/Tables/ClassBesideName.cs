using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Classes that stand right before or behind a name (甲乙丙标记): in a list without a column of their own, or where two cells were read as one.</summary>
static partial class ClassBesideName
{
    private const int Fewest = 3;

    [GeneratedRegex(@"^[★☆*·]?[(\[]?(?:([甲乙丙])类?[)\]*]?|(Z)[)\]]|(自费)[)\]])(?=.{2})")]
    private static partial Regex Before();

    [GeneratedRegex(@"(?<=.{3})[(\[]?([甲乙丙])类?[)\]]?$")]
    private static partial Regex Behind();

    public static IReadOnlyList<FeeRow> Part(IReadOnlyList<FeeRow> rows)
    {
        var classes = rows.Count(r => r.Class is not null);
        // 甲硝唑 begins so by itself: only a list that marks nearly every item marks them.
        if (classes == 0 && rows.Count >= Fewest && rows.Count(r => Before().IsMatch(r.Name)) * 10 >= rows.Count * 8)
            return [.. rows.Select(r => Without(r, Before()))];
        if (classes == 0 && rows.Count >= Fewest && rows.Count(r => Behind().IsMatch(r.Name)) * 10 >= rows.Count * 8)
            return [.. rows.Select(r => Without(r, Behind()))];
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
        return row with { Class = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[3].Success ? "丙" : "乙", Name = name, NameAsRead = read == name ? null : read };
    }
}
