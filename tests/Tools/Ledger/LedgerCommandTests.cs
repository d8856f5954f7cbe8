using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Tools.Ledger;

namespace Shouwang.Tools.Tests.Ledger;

/// <summary><c>./shouwang ledger verify</c> over files good and bad.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    const string Village = "320281105203";
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shouwang-ledger-");
    readonly string[] _lines = Ledger(20);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_ledger_as_it_was_written_passes_with_its_sums()
    {
        var (code, said) = await VerifyAsync(Text(_lines));
        (code, said).ShouldBe((0, $"账本完好：20 笔，末笔校验值 {Hash(_lines[19])}，资金 2,010.00 元。\n"));
    }

    [Fact]
    public async Task One_byte_changed_is_found_in_its_line()
    {
        // One of the two amounts: the entry is no longer balanced. A word: the entry could be one, but its hash is another's.
        var (code, said) = await VerifyAsync(ReplaceFirst("107.00", "107.10"));
        (code, said.Split("  第")[0]).ShouldBe((1, "line 17  unreadable"));
        (code, said) = await VerifyAsync(ReplaceFirst("八", "九"));
        (code, said.Split("  第")[0]).ShouldBe((1, "line 8  content-changed"));
        (code, said) = await VerifyAsync(ReplaceFirst(Hash(_lines[3]), $"{(Hash(_lines[3])[0] == '0' ? '1' : '0')}{Hash(_lines[3])[1..]}"));
        (code, said.Split("  第")[0]).ShouldBe((1, "line 4  hash-changed"));

        string ReplaceFirst(string old, string now)
        {
            var (text, at) = (Text(_lines), Text(_lines).IndexOf(old, StringComparison.Ordinal));
            return $"{text[..at]}{now}{text[(at + old.Length)..]}";
        }
    }

    [Fact]
    public async Task A_missing_line_a_doubled_one_and_two_exchanged_are_found_where_they_are()
    {
        var missing = await VerifyAsync(Text([.. _lines[..6], .. _lines[7..]]));
        (missing.Code, missing.Said.Split('\n')[0]).ShouldBe((1, "line 7  not-linked  第 7 笔没有接在第 6 笔后面：这两笔之间有改动、插入或缺少。"));
        var doubled = await VerifyAsync(Text([.. _lines[..7], .. _lines[6..]]));
        (doubled.Code, doubled.Said.Split("  ")[0]).ShouldBe((1, "line 8"));
        var exchanged = await VerifyAsync(Text([.. _lines[..3], _lines[4], _lines[3], .. _lines[5..]]));
        (exchanged.Code, exchanged.Said.Split("  ")[0]).ShouldBe((1, "line 4"));
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_found_wherever_it_breaks_off()
    {
        foreach (var keep in new[] { 1, 5, 19, 20 })
            (await VerifyAsync(Text(_lines[..keep]))).Code.ShouldBe(1, $"{keep} lines");
        var text = Text(_lines);
        for (var less = 2; less < 900; less += 7)
            (await VerifyAsync(text[..^less])).Code.ShouldBe(1, $"{less} characters less");
    }

    [Fact]
    public async Task What_is_no_ledger_is_refused_with_what_to_do()
    {
        (await VerifyAsync("")).ShouldBe((2, "这不是账本导出文件。请从账本的导出功能重新下载。\n"));
        (await VerifyAsync("PK\u0003\u0004")).Code.ShouldBe(2);
        (await RunAsync("ledger", "verify", Path.Combine(_folder.FullName, "nowhere.jsonl"))).ShouldBe((2, "没有这个文件：nowhere.jsonl\n"));
    }

    [Fact]
    public async Task A_ledger_rewritten_to_its_end_passes_the_walk_and_fails_a_root_that_somebody_kept()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = Write("key.pem", pair.ExportSubjectPublicKeyInfoPem());
        var (early, late) = (Write("early.json", Board(pair, _lines, 5)), Write("late.json", Board(pair, _lines, 20)));
        var rewritten = Ledger(20, but: 8);

        (await VerifyAsync(Text(rewritten))).Code.ShouldBe(0);
        var found = await VerifyAsync(Text(rewritten), "--root", early, late, "--key", key);
        (found.Code, found.Said.Split('\n')[0]).ShouldBe((1, "root 20  root-differs  第 6 到 20 笔里有账和公示时不一样：账本从那里起被重写过。"));
        (await VerifyAsync(Text(rewritten), "--root", early)).Code.ShouldBe(0);

        var good = await VerifyAsync(Text(_lines), "--root", early, "--root", late, "--key", key);
        (good.Code, good.Said).ShouldBe((0, good.Said));
        good.Said.ShouldContain("和留存的 2 期公示一致，签名也对。");
        // A ledger that has grown since still begins with what was published.
        (await VerifyAsync(Text(Ledger(30)), "--root", late)).Said.ShouldContain("没有核对公示的签名");
        (await VerifyAsync(Text(Ledger(12)), "--root", late)).Said.ShouldContain("root 20  root-longer");
    }

    [Fact]
    public async Task A_kept_file_that_is_forged_foreign_or_no_publication_counts_for_nothing()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (key, board) = (Write("key.pem", pair.ExportSubjectPublicKeyInfoPem()), Board(pair, _lines, 20));
        async Task<string> SaidAsync(string kept) => (await VerifyAsync(Text(_lines), "--root", Write("kept.json", kept), "--key", key)).Said;

        (await SaidAsync($$"""{"published":[{{board}}]}""")).ShouldContain("和留存的 1 期公示一致");
        (await SaidAsync(Board(other, _lines, 20))).ShouldContain("signature-wrong");
        (await SaidAsync(board.Replace("20,", "19,", StringComparison.Ordinal))).ShouldContain("signature-wrong");
        (await SaidAsync(Statement(_lines, 20))).ShouldContain("signature-wrong");
        (await SaidAsync(Board(pair, _lines, 20, "320281105204"))).ShouldContain("other-village");
        (await SaidAsync("{}")).ShouldContain("kept.json 不是公示文件");
        (await VerifyAsync(Text(_lines), "--root", Write("board.json", Statement(_lines, 20)))).Code.ShouldBe(0);
        (await VerifyAsync(Text(_lines), "--root", Write("board.json", board), "--key", Write("bad.pem", "x"))).Said.ShouldContain("不是公钥文件");
    }

    /// <summary>Lines of a ledger of contributions, 91, 92 … yuan; one may be a fen more.</summary>
    static string[] Ledger(int entries, int but = 0)
    {
        var (books, lines) = (Books.Empty(Village), new List<string>());
        for (var n = 1; n <= entries; n++)
        {
            var amount = new Fen(((90 + n) * 100) + (n == but ? 1 : 0));
            var posting = n == 8 && but == 0
                ? ContributionPostings.Gift($"{n}", "", new Fen(9800), new DateOnly(2026, 3, 1), "热心村民", "第八笔")
                : ContributionPostings.Gift($"{n}", "", amount, new DateOnly(2026, 3, 1), "热心村民", null);
            (var entry, books) = books.Append(posting, new string('a', 64), DateTimeOffset.UnixEpoch, LedgerTerms.Usual);
            lines.Add(LedgerFile.Line(Encoding.UTF8.GetString(EntryForm.Utf8(entry)), entry.Hash));
        }

        return [.. lines, LedgerFile.Head(Village, books.Number, books.Hash)];
    }

    static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    static string Hash(string line) => line[9..73];

    static string Statement(string[] lines, int entries, string village = Village)
    {
        var leaves = LedgerFile.Entries(Encoding.UTF8.GetBytes(Text(lines))).Take(entries).Select(entry => MerkleTree.Leaf(entry.Span)).ToArray();
        return $$"""{"village":"{{village}}","entries":{{entries}},"root":"{{Convert.ToHexStringLower(MerkleTree.Root(leaves))}}","at":"2026-03-01T00:00:00Z"}""";
    }

    static string Board(ECDsa pair, string[] lines, int entries, string village = Village)
    {
        var statement = Statement(lines, entries, village);
        var signature = Convert.ToBase64String(pair.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256));
        return $$$"""{"village":"{{{village}}}","tree":{"statement":"{{{statement.Replace("\"", "\\\"", StringComparison.Ordinal)}}}","signature":"{{{signature}}}","key":"k"}}""";
    }

    string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    Task<(int Code, string Said)> VerifyAsync(string ledger, params string[] options) => RunAsync(["ledger", "verify", Write("ledger.jsonl", ledger), .. options]);

    static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var root = new RootCommand { LedgerCommand.Create() };
        return (await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = said, Error = said }), said.ToString());
    }
}
