using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Bench.Ledger;

/// <summary>The walk through an exported ledger: how fast, and does it find what was changed.</summary>
internal static class Walk
{
    public static bool Run(int entries, bool times)
    {
        var (books, text, ends) = (Books.Empty("320281105203"), new StringBuilder(), new List<int>());
        for (var n = 1; n <= entries; n++)
        {
            (var entry, books) = books.Append(BenchVillage.Contribution(n), new string('a', 64), DateTimeOffset.UnixEpoch, LedgerTerms.Usual);
            text.Append(LedgerFile.Line(Encoding.UTF8.GetString(EntryForm.Utf8(entry)), entry.Hash)).Append('\n');
            ends.Add(text.Length);
        }

        text.Append(LedgerFile.Head(books.Village, books.Number, books.Hash)).Append('\n');
        var file = Encoding.UTF8.GetBytes(text.ToString());
        var watch = Stopwatch.StartNew();
        var right = LedgerFile.Check(file) is { Faults.IsEmpty: true } check && check.Seen == entries && BooksForm.Write(check.Books) == BooksForm.Write(books);
        var walked = watch.Elapsed.TotalSeconds;

        // One byte in every seventh part of the file; names are three bytes a letter, so lines are counted in the bytes.
        var found = 0;
        for (var part = 1; part < 7; part++)
        {
            var at = (int)((long)file.Length * part / 7);
            var (was, line) = (file[at], file.AsSpan(0, at).Count((byte)'\n') + 1);
            file[at] ^= 1;
            found += LedgerFile.Check(file) is { Faults: [var first, ..] } && first.Number == line ? 1 : 0;
            file[at] = was;
        }

        Console.WriteLine($"verifying {entries:N0} entries ({file.Length / 1e6:F1} MB): {(right ? "intact, books agree" : "WRONG")}; one byte changed in six places: {found} found, in their lines");
        if (times)
        {
            watch.Restart();
            SHA256.HashData(file);
            var hashed = watch.Elapsed.TotalSeconds;
            Console.WriteLine($"  {walked:F2} s, {entries / walked:N0} entries a second; rival, SHA-256 of the file, says neither where nor what: {hashed:F3} s, so the walk takes {walked / hashed:N0} times as long");
        }

        return right && found == 6;
    }
}
