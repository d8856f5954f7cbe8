using System.Text.RegularExpressions;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>One row of a list of contributions (缴费名单的一行).</summary>
/// <param name="Payer">Who paid in the place of a poor member; null where the member paid.</param>
/// <param name="Cash">Paid in notes.</param>
public sealed record ContributionRow(int Line, string Name, string IdNumber, Fen Amount, DateOnly? Date, string? Payer, bool Cash);

/// <summary>Reads lists of contributions: 姓名, 身份证号, 金额, and if there are 日期, 代缴单位, 缴费方式.</summary>
public static partial class ContributionSheet
{
    private static readonly Fen Most = Fen.FromYuan(100_000);

    /// <summary>Each row, or what is wrong with it.</summary>
    public static IEnumerable<(ContributionRow? Row, SheetFault? Fault)> Read(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        if (Sheet.Headed(cells, Columns.Of, within: 10) is not var (columns, rows))
            return [(null, new SheetFault(1, "heads-missing", "没有找到表头。前十行里要有“姓名”“身份证号”“金额”三列。"))];
        return rows.Select(row => Read(row, columns));
    }

    private static (ContributionRow?, SheetFault?) Read(SheetRow row, Columns columns)
    {
        var (name, number) = (row[columns.Name], row[columns.Number].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());
        (ContributionRow?, SheetFault?) Wrong(string code, string detail) => (null, new SheetFault(row.Line, code, $"第 {row.Line} 行：{detail}"));
        if (name.Length is 0 or > 40)
            return Wrong("name-missing", "没有写姓名，请补上。");
        if (number.Contains("E+", StringComparison.Ordinal))
            return Wrong("id-number-eaten", "身份证号被表格软件改成了科学计数。请把这一列设成“文本”格式，重新填写 18 位号码。");
        if (!IdNumber().IsMatch(number))
            return Wrong("id-number-malformed", "身份证号不是 18 位，请核对。");
        if (Sheet.Amount(row[columns.Amount]) is not { } amount)
            return Wrong("amount-malformed", "金额看不懂，请写成 120 或 120.00。");
        if (amount <= Fen.Zero || amount > Most)
            return Wrong("amount-absurd", "金额要大于 0、不超过十万元，请核对。");
        var date = row[columns.Date];
        if (date.Length > 0 && Sheet.Date(date) is null)
            return Wrong("date-malformed", "日期看不懂，请写成 2026-03-01。");
        var payer = row[columns.Payer];
        return payer.Length > 60
            ? Wrong("payer-long", "代缴单位太长，最多 60 个字。")
            : (new ContributionRow(row.Line, name, number, amount, date.Length > 0 ? Sheet.Date(date) : null, payer.Length > 0 ? payer : null, row[columns.Way].Contains("现金", StringComparison.Ordinal)), null);
    }

    [GeneratedRegex("^[0-9]{17}[0-9X]$")]
    private static partial Regex IdNumber();

    private sealed record Columns(int Name, int Number, int Amount, int Date, int Payer, int Way)
    {
        public static Columns? Of(SheetRow head) => new Columns(
            Sheet.Column(head, "姓名", "会员姓名", "户主或成员"), Sheet.Column(head, "身份证号", "身份证号码", "身份证", "证件号码", "公民身份号码"),
            Sheet.Column(head, "金额", "缴费金额", "出资金额", "缴费"), Sheet.Column(head, "日期", "缴费日期"), Sheet.Column(head, "代缴单位", "代缴人", "代缴"), Sheet.Column(head, "缴费方式", "方式")) is { Name: >= 0, Number: >= 0, Amount: >= 0 } found ? found : null;
    }
}
