using System.CommandLine;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Tools.Ledger;

/// <summary><c>./shouwang ledger verify</c>: walks an exported ledger and says where it was changed.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A ledger as GET /api/villages/{village}/ledger/export gives it." };
        var roots = new Option<FileInfo[]>("--root") { Description = "What you kept of a publication: board.json, the list of what was published, or a signed statement. Finds a ledger rewritten to its end. May be given several times.", AllowMultipleArgumentsPerToken = true };
        var key = new Option<FileInfo?>("--key") { Description = "The association's public key as PEM, kept as long: the signatures of --root are held against it." };
        var verify = new Command("verify", "Says whether a ledger is as it was written, and if not, where it was changed. Ends with 0 when it is.") { file, roots, key };
        verify.SetAction(parsed => Verify(parsed.GetValue(file)!, parsed.GetValue(roots) ?? [], parsed.GetValue(key), parsed.InvocationConfiguration));
        return new Command("ledger", "Ledgers of village associations.") { verify };
    }

    static int Verify(FileInfo file, FileInfo[] roots, FileInfo? key, InvocationConfiguration console)
    {
        int Refuse(string why)
        {
            console.Error.WriteLine(why);
            return 2;
        }

        if (new[] { file, key }.Concat(roots).FirstOrDefault(one => one is { Exists: false }) is { } missing)
            return Refuse($"没有这个文件：{missing.Name}");
        var bytes = File.ReadAllBytes(file.FullName);
        if (LedgerFile.Check(bytes) is not { } check)
            return Refuse("这不是账本导出文件。请从账本的导出功能重新下载。");
        var kept = new List<KeptRoot>();
        foreach (var root in roots)
        {
            var read = KeptRoot.ReadAll(File.ReadAllBytes(root.FullName));
            if (read.Count == 0)
                return Refuse($"{root.Name} 不是公示文件，里面没有签名的校验值。可以用 board.json，或者公示列表。");
            kept.AddRange(read);
        }

        IReadOnlyList<string> wrong;
        try
        {
            wrong = KeptRootCheck.Faults(check.Books.Village, LedgerFile.Entries(bytes), kept, key is null ? null : File.ReadAllText(key.FullName));
        }
        catch (ArgumentException)
        {
            return Refuse($"{key!.Name} 不是公钥文件。公钥在 /api/county/board/key，存成 PEM。");
        }

        foreach (var fault in check.Faults)
            console.Output.WriteLine($"line {fault.Number}  {fault.Code}  {fault.Detail}");
        foreach (var fault in wrong)
            console.Output.WriteLine(fault);
        var faults = check.Faults.Length + wrong.Count;
        console.Output.WriteLine(faults == 0
            ? $"账本完好：{check.Seen} 笔，末笔校验值 {check.Books.Hash}，资金 {check.Books.Money.ToGroupedString()} 元。"
            : $"账本被改动过：{check.Seen} 笔里发现 {faults} 处。");
        if (kept.Count > 0 && wrong.Count == 0)
            console.Output.WriteLine($"和留存的 {kept.Count} 期公示一致{(key is null ? "。没有给公钥（--key），所以没有核对公示的签名" : "，签名也对")}。");
        return faults == 0 ? 0 : 1;
    }
}
