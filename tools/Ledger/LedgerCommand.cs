using System.CommandLine;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Tools.Ledger;

/// <summary><c>./shouwang ledger verify</c>: walks an exported ledger and says where it was changed.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A ledger as GET /api/villages/{village}/ledger/export gives it." };
        var verify = new Command("verify", "Says whether a ledger is as it was written, and if not, where it was changed. Ends with 0 when it is.") { file };
        verify.SetAction(parsed => Verify(parsed.GetValue(file)!));
        return new Command("ledger", "Ledgers of village associations.") { verify };
    }

    internal static int Verify(FileInfo file)
    {
        if (!file.Exists)
            return Refuse("没有这个文件。");
        if (LedgerFile.Check(File.ReadAllBytes(file.FullName)) is not { } check)
            return Refuse("这不是账本导出文件。请从账本的导出功能重新下载。");
        foreach (var fault in check.Faults)
            Console.Out.WriteLine($"line {fault.Number}  {fault.Code}  {fault.Detail}");
        Console.Out.WriteLine(check.Faults.IsEmpty
            ? $"账本完好：{check.Seen} 笔，末笔校验值 {check.Books.Hash}，资金 {check.Books.Money.ToGroupedString()} 元。"
            : $"账本被改动过：{check.Seen} 笔里发现 {check.Faults.Length} 处。");
        return check.Faults.IsEmpty ? 0 : 1;
    }

    static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
