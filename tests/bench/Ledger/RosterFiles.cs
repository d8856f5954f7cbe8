using System.Diagnostics;
using System.Text;
using Shouwang.Functions.Members;
using Shouwang.Functions.Sheets;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid.Roster;

namespace Shouwang.Bench.Ledger;

/// <summary>A roster file with every tenth row broken: looked at, taken, taken again.</summary>
internal static class RosterFiles
{
    private const string Village = "100000000004";
    private static readonly Keys Secret = new(new byte[32]);

    public static async Task<bool> RunAsync(TableServiceClient tables, int rows, bool times)
    {
        var members = new MemberStore(tables.GetTableClient(VillageStore.Table));
        var import = new RosterImport(members, new EnrolmentStore(tables.GetTableClient(EnrolmentStore.Table)), new VillageStore(tables.GetTableClient(VillageStore.Table)), Secret);
        var (file, good, right) = (BinaryData.FromBytes(File(rows)), rows * 9 / 10, true);
        foreach (var (what, apply, added) in new[] { ("looked at", false, good), ("taken", true, good), ("taken again", true, 0) })
        {
            var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            var reading = RosterReader.Read(SheetFile.Rows(file), null, new DateOnly(2026, 3, 31));
            var result = await import.RunAsync(Village, reading, apply, default);
            var seconds = watch.Elapsed.TotalSeconds;
            var exact = (result.Added, result.Changed, result.Unchanged, result.Faults.Count) == (added, 0, good - added, rows / 10)
                && result.Faults.Select(fault => fault.Row).SequenceEqual(Enumerable.Range(1, rows / 10).Select(tenth => (tenth * 10) + 1));
            right &= exact;
            Console.WriteLine($"roster of {rows:N0} rows, {what}: {result.Added:N0} new, {result.Unchanged:N0} known, {result.Faults.Count:N0} named as broken {(exact ? "exact" : "WRONG")}");
            if (times)
                Console.WriteLine($"  {seconds:F1} s, {rows / seconds:N0} rows a second, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F1} s of processor");
        }

        var kept = (await members.AllAsync(Village, default)).Count;
        Console.WriteLine($"roster kept: {kept:N0} members {(kept == good ? "exact" : "WRONG")}");
        return right && kept == good;
    }

    /// <summary>As a spreadsheet in China saves it.</summary>
    private static byte[] File(int rows)
    {
        var file = new StringBuilder("姓名,身份证号,入会日期\r\n");
        for (var i = 1; i <= rows; i++)
        {
            // Numbers of a district that there is not, with their right check characters.
            var digits = $"329901{new DateOnly(1940, 1, 1).AddDays(i % 25_000):yyyyMMdd}{i / 25_000:D3}";
            file.Append(i % 10 == 0 ? "王示例,3.2990119590308E+17,2026-01-01\r\n" : $"王示例,{digits}{IdentityNumber.CheckCharacter(digits)},2026/1/1\r\n");
        }

        return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(file.ToString());
    }
}
