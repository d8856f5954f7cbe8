using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Shared.MutualAid.Roster;

/// <summary>Reads a village's roster out of the cells of a spreadsheet (读名册). A row is taken whole or not at all; every bad one is named with its remedy.</summary>
public static class RosterReader
{
    private static readonly string[] Sums = ["合计", "小计", "总计", "共计", "填表", "制表", "审核", "负责人", "备注", "说明", "注:"];

    /// <param name="rows">All rows of the sheet, title rows too.</param>
    /// <param name="joined">Day of joining for rows that give none; null where each has to.</param>
    /// <param name="today">Nobody joins later than a year from now.</param>
    public static RosterReading Read(IReadOnlyList<IReadOnlyList<string>> rows, DateOnly? joined, DateOnly today)
    {
        if (RosterColumns.Find(rows) is not { } columns)
            return new RosterReading([], [new SheetFault(0, "header-missing", "没有找到表头。表头里要有“姓名”和“身份证号”两列，请核对表格后再传。")], []);
        var entries = new List<RosterEntry>();
        var faults = new List<SheetFault>();
        var warnings = new List<SheetFault>();
        var seen = new Dictionary<string, RosterEntry>(StringComparer.Ordinal);
        var people = new Dictionary<(string, DateOnly), RosterEntry>();
        var household = "";
        for (var i = columns.HeaderRow + 1; i < rows.Count; i++)
        {
            var row = new Row(rows[i], columns, i + 1, joined, today);
            if (row.IsBlank)
                continue;
            // A household's number stands once, in a cell merged over all its members.
            household = row.Household is { Length: > 0 } own ? own : household;
            if (row.Fault() is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            var entry = row.Entry(household.Length == 0 ? null : household);
            if (seen.TryGetValue(entry.IdNumber, out var before))
            {
                if (before.SaysTheSame(entry))
                    warnings.Add(new SheetFault(entry.Row, "row-twice", $"{Of(entry)}和第 {before.Row} 行一样，只算一次。"));
                else
                    faults.Add(new SheetFault(entry.Row, "id-number-twice", $"{Of(entry)}身份证号和第 {before.Row} 行相同，别的内容不同。请核对是谁，删掉错的一行。"));
                continue;
            }

            if (people.TryGetValue((entry.Name, entry.Born), out var twin))
                warnings.Add(new SheetFault(entry.Row, "maybe-twice", $"{Of(entry)}和第 {twin.Row} 行同名同生日，身份证号不同。如果是一个人，请删掉错的一行。"));
            seen.Add(entry.IdNumber, entry);
            people.TryAdd((entry.Name, entry.Born), entry);
            entries.Add(entry);
        }

        return new RosterReading(entries, faults, warnings);
    }

    private static string Of(RosterEntry entry) => $"第 {entry.Row} 行（{entry.Name}）：";

    private sealed class Row(IReadOnlyList<string> cells, RosterColumns columns, int number, DateOnly? joined, DateOnly today)
    {
        private readonly string _name = CellText.Solid(columns.Cell(cells, RosterColumn.Name));
        private readonly string _id = CellText.Solid(columns.Cell(cells, RosterColumn.IdNumber)).ToUpperInvariant();

        public string Household { get; } = CellText.Plain(columns.Cell(cells, RosterColumn.Household));

        /// <summary>Nothing in it, a sum, or the header again on the next page.</summary>
        public bool IsBlank => _id.Length == 0 && (_name.Length == 0 || Array.Exists(Sums, sum => _name.StartsWith(sum, StringComparison.Ordinal) || CellText.Solid(cells.Count > 0 ? cells[0] : "").StartsWith(sum, StringComparison.Ordinal)))
            || (_name == "姓名" && _id.StartsWith("身份证", StringComparison.Ordinal));

        public SheetFault? Fault() =>
            _name.Length == 0 ? Wrong("name-missing", "没有姓名。请补上。")
            : _name.Length > 30 || _name.Any(c => char.IsAsciiDigit(c) || char.IsControl(c) || c is '/' or '、' or ',' or ';') ? Wrong("name-odd", "姓名里有数字或者符号。一行只写一个人的姓名。")
            : IdFault() ?? FactFault();

        public RosterEntry Entry(string? household) => new(number, _name, _id, IdentityNumber.BirthDate(_id)!.Value, IdentityNumber.Sex(_id)!, Joined!.Value)
        {
            Household = household,
            Relation = CellText.Plain(columns.Cell(cells, RosterColumn.Relation)) is { Length: > 0 and <= 20 } relation ? relation : null,
            Left = CellText.Date(columns.Cell(cells, RosterColumn.Left)),
            LeftWhy = CellText.Plain(columns.Cell(cells, RosterColumn.Left)).Length == 0 ? null : Why(CellText.Plain(columns.Cell(cells, RosterColumn.LeftWhy))),
        };

        private DateOnly? Joined => CellText.Plain(columns.Cell(cells, RosterColumn.Joined)).Length == 0 ? joined : CellText.Date(columns.Cell(cells, RosterColumn.Joined));

        private SheetFault? IdFault()
        {
            if (_id.Length == 0)
                return Wrong("id-number-missing", "没有身份证号。请补上。");
            if (_id.Contains("E+", StringComparison.Ordinal))
                return Eaten();
            if (_id.Length == 15 && _id.All(char.IsAsciiDigit))
                return Wrong("id-number-old", "是 15 位的旧身份证号。请换成 18 位的新号。");
            if (_id.Length != 18)
                return Wrong("id-number-length", $"身份证号有 {_id.Length} 位，应该是 18 位。请对照身份证或者户口本补正。");
            if (!_id.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') && (char.IsAsciiDigit(_id[17]) || _id[17] == 'X'))
            {
                if (IdentityNumber.IsValid(_id))
                    return null;
                if (_id.EndsWith("000", StringComparison.Ordinal))
                    return Eaten();
                return IdentityNumber.BirthDate(_id) is null
                    ? Wrong("id-number-birth", "身份证号中间 8 位不是真的日期。请对照身份证或者户口本改正。")
                    : Wrong("id-number-check", $"身份证号最后一位对不上：按前 17 位算，最后一位应该是 {IdentityNumber.CheckCharacter(_id)}。可能有一位抄错了，请对照身份证或者户口本改正。");
            }

            return Wrong("id-number-letters", "身份证号里有别的字符。前 17 位要是数字，最后一位是数字或者 X。");
        }

        private SheetFault? FactFault()
        {
            var born = IdentityNumber.BirthDate(_id)!.Value;
            if (Unreadable(RosterColumn.Born, allowMonth: true))
                return Wrong("born-malformed", "出生日期看不懂。请写成 1959-03-08 这样。");
            if (CellText.Date(columns.Cell(cells, RosterColumn.Born)) is { } said && said != born)
                return Wrong("born-differs", "出生日期和身份证号里的不一样。请对照身份证或者户口本，改正错的一项。");
            if (CellText.Solid(columns.Cell(cells, RosterColumn.Sex)) is ("男" or "女") and var sex && sex != IdentityNumber.Sex(_id))
                return Wrong("sex-differs", "性别和身份证号里的不一样。请对照身份证或者户口本，改正错的一项。");
            if (Unreadable(RosterColumn.Joined) || Unreadable(RosterColumn.Left))
                return Wrong("date-malformed", "入会或者退会日期看不懂。请写成 2026-01-01 这样。");
            if (Joined is not { } from)
                return Wrong("joined-missing", "没有入会日期。请补上，或者导入时统一填一个入会日期。");
            if (from < born)
                return Wrong("joined-before-birth", "入会日期比出生日期还早。请核对。");
            if (from > today.AddYears(1))
                return Wrong("joined-future", "入会日期在一年以后。请核对年份。");
            return CellText.Date(columns.Cell(cells, RosterColumn.Left)) < from ? Wrong("left-before-joined", "退会日期比入会日期还早。请核对。") : null;
        }

        private bool Unreadable(RosterColumn column, bool allowMonth = false)
        {
            var text = CellText.Plain(columns.Cell(cells, column));
            // A month without its day says nothing wrong, only less.
            return text.Length > 0 && CellText.Date(text) is null && !(allowMonth && CellText.Date($"{text.TrimEnd('月').Replace('年', '-').Replace('.', '-').Replace('/', '-')}-1") is not null);
        }

        private SheetFault Eaten() => Wrong(
            "id-number-eaten",
            "身份证号被表格软件当成数字，后几位已经丢了，找不回来。请先把这一列的单元格格式改成“文本”，再重新填写身份证号。");

        private SheetFault Wrong(string code, string detail) => new(number, code, $"第 {number} 行{(_name.Length is > 0 and <= 10 ? $"（{_name}）" : "")}：{detail}");

        private static string Why(string text) =>
            text.Contains('死', StringComparison.Ordinal) || text.Contains('亡', StringComparison.Ordinal) || text.Contains("去世", StringComparison.Ordinal) ? "died"
            : text.Contains('迁', StringComparison.Ordinal) || text.Contains('搬', StringComparison.Ordinal) ? "moved"
            : "left";
    }
}
