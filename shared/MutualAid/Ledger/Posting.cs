using System.Collections.Immutable;
using System.Security.Cryptography;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>One happening in the village's books (一笔账): lines whose debits and credits are equal. One that is not balanced, or moves money where it may not go, cannot be made.</summary>
public sealed record Posting
{
    private const int MostLines = 200;
    private const int MostKey = 160;
    private const int MostText = 100;
    private const long MostAmount = 1_000_000_000_000;

    private Posting(string key, DateOnly date, PostingKind kind, About about, ImmutableArray<Line> lines) =>
        (Key, Date, Kind, About, Lines) = (key, date, kind, about, lines);

    /// <summary>What makes two postings the same posting: a key is posted once. Lower-case letters, digits and - | . : only.</summary>
    public string Key { get; }

    /// <summary>The day it counts for.</summary>
    public DateOnly Date { get; }

    /// <summary>What it is about.</summary>
    public PostingKind Kind { get; }

    /// <summary>What else may be said of it.</summary>
    public About About { get; }

    /// <summary>Debits and credits.</summary>
    public ImmutableArray<Line> Lines { get; }

    /// <summary>Who entered it: a staff member's id; empty where the system did. Not part of what makes two postings equal.</summary>
    public string By { get; init; } = "";

    /// <summary>SHA-256 of the canonical form without <see cref="By"/>, in hex: equal where two postings say the same.</summary>
    public string Content => Convert.ToHexStringLower(SHA256.HashData(EntryForm.Utf8(this)));

    /// <summary>What an account's lines come to, debits up and credits down.</summary>
    public Fen On(Account account) => Lines.Where(line => line.Account == account).Aggregate(Fen.Zero, (sum, line) => sum + line.Signed);

    /// <summary>Makes a posting.</summary>
    /// <exception cref="LedgerRefusedException">It is not balanced, an amount is not above zero, a text cannot be kept, or the kind may not touch an account.</exception>
    public static Posting Of(string key, DateOnly date, PostingKind kind, About about, params IReadOnlyList<Line> lines)
    {
        if (key.Length is 0 or > MostKey || !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '|' or '.' or ':'))
            throw new LedgerRefusedException("posting-key", "这笔账的编号只能用小写字母、数字和 - | . :，最多 160 个字。");
        if (date.Year is < 2000 or > 2200)
            throw new LedgerRefusedException("posting-date", "这笔账的日期不对，请核对年份。");
        if (lines.Count is < 2 or > MostLines)
            throw new LedgerRefusedException("posting-lines", "一笔账至少要有一借一贷，最多 200 行。");
        if (lines.Any(line => line.Amount <= Fen.Zero))
            throw new LedgerRefusedException("amount-not-positive", "金额必须大于零。要减少一笔钱，请用冲销或更正。");
        if (Texts(about).Concat(lines.Select(line => line.Detail)).Any(text => text is not null && !CanBeKept(text)))
            throw new LedgerRefusedException("posting-text", "摘要里有不能保存的字符，或者超过 100 个字。请改短一些，去掉换行和特殊符号。");
        Int128 debits = 0, credits = 0;
        foreach (var line in lines)
        {
            if (line.Side == Side.Debit)
                debits += line.Amount.Value;
            else
                credits += line.Amount.Value;
        }

        if (debits > MostAmount || credits > MostAmount)
            throw new LedgerRefusedException("amount-overflow", "金额太大，记不下。请核对金额。");
        if (debits != credits)
            throw new LedgerRefusedException("posting-unbalanced", "借方和贷方不相等，这笔账不能记。");
        var posting = new Posting(key, date, kind, about, [.. lines]);
        ClosedPurpose.Check(posting);
        return posting;
    }

    private static IEnumerable<string?> Texts(About about) =>
        [about.Claim, about.Person, about.Plan, about.Payer, about.Note, about.Reverses];

    private static bool CanBeKept(string text)
    {
        if (text.Length > (text.All(char.IsAscii) ? MostKey + 20 : MostText))
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029')
                return false;
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }
}
