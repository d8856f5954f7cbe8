using System.Text.RegularExpressions;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>One row of a bank statement, as much of it as may be kept (银行流水).</summary>
/// <param name="Amount">Above zero where money came in.</param>
/// <param name="Name">The other side's name, masked where it is a person's.</param>
/// <param name="Tail">Last four digits of the other side's account; empty where the bank gives none.</param>
/// <param name="Text">What the bank says it was for, long numbers taken out.</param>
/// <param name="Identity">Everything that tells this row from others, the whole account number too: to be hashed with a secret, never kept.</param>
public sealed record BankRow(int Line, DateOnly Date, Fen Amount, string Name, string Tail, string Text, string Identity)
{
    /// <summary>An entry that a person said this row does not confirm; null where nobody did.</summary>
    public long? PartedFrom { get; init; }
}

/// <summary>Reads statements as Chinese banks export them: titles above the heads, amounts in one or two columns, any of the usual heads.</summary>
public static partial class BankStatement
{
    /// <summary>Each row, or what is wrong with it.</summary>
    public static IEnumerable<(BankRow? Row, SheetFault? Fault)> Read(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        if (Sheet.Headed(cells, Columns.Of, within: 30) is not var (columns, rows))
        {
            yield return (null, new SheetFault(1, "heads-missing", "没有找到表头。要有交易日期和金额（或借方、贷方）这些列。"));
            yield break;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !IsFoot(row)))
        {
            var (read, fault) = Read(row, columns);
            if (read is null)
            {
                yield return (null, fault);
                continue;
            }

            // Two rows that say the same are two payments: the second of them is the second every time.
            var count = seen[read.Identity] = seen.GetValueOrDefault(read.Identity) + 1;
            yield return (read with { Identity = $"{read.Identity}#{count}" }, null);
        }
    }

    private static (BankRow?, SheetFault?) Read(SheetRow row, Columns columns)
    {
        if (Sheet.Date(row[columns.Date]) is not { } date)
            return (null, new SheetFault(row.Line, "date-malformed", $"第 {row.Line} 行：交易日期看不懂。"));
        if (AmountOf(row, columns) is not { } amount || amount == Fen.Zero)
            return (null, new SheetFault(row.Line, "amount-malformed", $"第 {row.Line} 行：金额看不懂，或者收入和支出都没有填。"));
        var account = row[columns.Account];
        var identity = string.Join('\n', date.ToString("yyyy-MM-dd"), amount, row[columns.Name], account, row[columns.Serial], Sheet.Amount(row[columns.Balance])?.ToString() ?? row[columns.Balance]);
        var tail = account.Length >= 8 ? account[^4..] : "";
        return (new BankRow(row.Line, date, amount, NameOf(row[columns.Name]), tail, Cut(LongNumber().Replace(row[columns.Text], "…"), 60), identity), null);
    }

    /// <summary>In the bank's words, credit is money that came in.</summary>
    private static Fen? AmountOf(SheetRow row, Columns columns)
    {
        if (columns.Credit >= 0)
        {
            var (credit, debit) = (Sheet.Amount(row[columns.Credit]) ?? Fen.Zero, Sheet.Amount(row[columns.Debit]) ?? Fen.Zero);
            return (credit != Fen.Zero) == (debit != Fen.Zero) ? null : credit != Fen.Zero ? credit : -debit;
        }

        if (Sheet.Amount(row[columns.Amount]) is not { } amount)
            return null;
        var way = row[columns.Way];
        return way.Length == 0 ? amount
            : way.Contains('借') || way.Contains('支') || way.Contains('出') || way is "D" or "DR" ? -Abs(amount)
            : Abs(amount);
    }

    private static Fen Abs(Fen amount) => amount < Fen.Zero ? -amount : amount;

    /// <summary>A body keeps its name, a person only the surname.</summary>
    private static string NameOf(string name) =>
        name.Length == 0 ? "" : name.Length > 5 || Body().IsMatch(name) ? Cut(name, 60) : MaskedName.Of(name);

    private static bool IsFoot(SheetRow row) => row.Cells.Any(cell => cell.StartsWith("合计", StringComparison.Ordinal) || cell.StartsWith("总计", StringComparison.Ordinal) || cell.StartsWith("本页", StringComparison.Ordinal));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    [GeneratedRegex("[0-9]{7,}")]
    private static partial Regex LongNumber();

    [GeneratedRegex("(公司|委员会|合作社|银行|医院|中心|局|站|所|会|厂|店|社|村)$")]
    private static partial Regex Body();

    private sealed record Columns(int Date, int Amount, int Way, int Credit, int Debit, int Name, int Account, int Text, int Serial, int Balance)
    {
        public static Columns? Of(SheetRow head) => new Columns(
            Sheet.Column(head, "交易日期", "记账日期", "入账日期", "交易时间", "日期"),
            Sheet.Column(head, "交易金额", "发生额", "金额"),
            Sheet.Column(head, "借贷标志", "借贷方向", "借贷", "收支", "收/支", "收支类型"),
            Sheet.Column(head, "贷方发生额", "贷方金额", "收入金额", "存入金额", "转入金额", "收入", "贷方"),
            Sheet.Column(head, "借方发生额", "借方金额", "支出金额", "支取金额", "转出金额", "支出", "借方"),
            Sheet.Column(head, "对方户名", "对方名称", "对方账户名称", "对方账户名", "交易对手"),
            Sheet.Column(head, "对方账号", "对方账户", "对方卡号", "交易对手账号"),
            Sheet.Column(head, "摘要", "附言", "用途", "交易说明", "备注"),
            Sheet.Column(head, "交易流水号", "流水号", "交易序号", "凭证号"),
            Sheet.Column(head, "余额", "账户余额", "本次余额")) is { Date: >= 0 } found && (found.Amount >= 0 || (found.Credit >= 0 && found.Debit >= 0)) ? found : null;
    }
}
