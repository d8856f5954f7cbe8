using System.Collections.Frozen;
using System.Collections.Immutable;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Shared.MutualAid.Roster;

/// <summary>What a column of a roster says (名册列).</summary>
public enum RosterColumn
{
    Name,
    IdNumber,
    Sex,
    Born,
    Household,
    Relation,
    Joined,
    Left,
    LeftWhy,
}

/// <summary>Where the columns of a village's file are (表头). Title rows above, two-storey headers and any order of columns do no harm.</summary>
/// <param name="HeaderRow">Index of the last row of the header.</param>
public sealed record RosterColumns(int HeaderRow, ImmutableSortedDictionary<RosterColumn, int> At)
{
    private const int SearchedRows = 30;

    private static readonly FrozenDictionary<string, RosterColumn> Names = new (RosterColumn Column, string[] Names)[]
    {
        (RosterColumn.Name, ["姓名", "会员姓名", "参保人姓名", "村民姓名", "家庭成员姓名", "成员姓名", "参加人姓名"]),
        (RosterColumn.IdNumber, ["身份证号", "身份证号码", "身份证", "公民身份号码", "公民身份证号码", "证件号码", "证件号", "居民身份证号", "身份号码"]),
        (RosterColumn.Sex, ["性别"]),
        (RosterColumn.Born, ["出生日期", "出生年月", "出生年月日", "生日", "出生时间"]),
        (RosterColumn.Household, ["户号", "户编号", "家庭编号", "户籍号", "家庭户号", "户口编号"]),
        (RosterColumn.Relation, ["与户主关系", "关系", "户主关系", "和户主关系"]),
        (RosterColumn.Joined, ["入会日期", "加入日期", "参加日期", "入会时间", "加入时间", "参加时间", "参保日期", "缴费日期"]),
        (RosterColumn.Left, ["退会日期", "退出日期", "退会时间", "退出时间", "离会日期"]),
        (RosterColumn.LeftWhy, ["退会原因", "退出原因", "离会原因"]),
    }.SelectMany(column => column.Names.Select(name => KeyValuePair.Create(name, column.Column))).ToFrozenDictionary();

    /// <summary>Null where no row names both name and identity number.</summary>
    public static RosterColumns? Find(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (var row = 0; row < Math.Min(rows.Count, SearchedRows); row++)
        {
            var at = Named(rows[row]);
            // A second storey under merged cells, or a first storey whose cells reach down to here.
            if (at.Count > 0 && row + 1 < rows.Count && Named(rows[row + 1]) is { Count: > 0 } below)
            {
                var both = below.ToBuilder();
                foreach (var (column, index) in at)
                    both.TryAdd(column, index);
                if (both.ContainsKey(RosterColumn.Name) && both.ContainsKey(RosterColumn.IdNumber))
                    return new RosterColumns(row + 1, both.ToImmutable());
            }

            if (at.ContainsKey(RosterColumn.Name) && at.ContainsKey(RosterColumn.IdNumber))
                return new RosterColumns(row, at);
        }

        return null;
    }

    /// <summary>The cell of a column; empty where the file has none.</summary>
    public string Cell(IReadOnlyList<string> row, RosterColumn column) => At.TryGetValue(column, out var index) && index < row.Count ? row[index] : "";

    private static ImmutableSortedDictionary<RosterColumn, int> Named(IReadOnlyList<string> row)
    {
        var at = ImmutableSortedDictionary.CreateBuilder<RosterColumn, int>();
        for (var i = 0; i < row.Count; i++)
        {
            if (Names.TryGetValue(Title(row[i]), out var column))
                at.TryAdd(column, i);
        }

        return at.ToImmutable();
    }

    /// <summary>"姓 名*（必填）" → "姓名".</summary>
    private static string Title(string cell)
    {
        var text = CellText.Solid(cell);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? text[..bracket] : text).Trim('*', ':', '#');
    }
}
