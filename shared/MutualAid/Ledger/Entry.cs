using System.Security.Cryptography;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>A posting in its place in a village's ledger (账目), bound to everything before it by the hash of the entry before.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Previous">Hash of the entry before in hex; 64 zeros for the first.</param>
/// <param name="At">When it was entered, whole seconds UTC.</param>
/// <param name="Proof">SHA-256 of the private code on the receipt, in hex. Nobody who does not hold the code can guess the entry from its hash.</param>
public sealed record Entry(string Village, long Number, string Previous, DateTimeOffset At, string Proof, Posting Posting)
{
    /// <summary>What stands in the place of a hash before the first entry.</summary>
    public static string NoHash { get; } = new('0', 64);

    /// <summary>SHA-256 of the canonical form (docs/decisions/0012), in hex.</summary>
    public string Hash => HashOf(EntryForm.Utf8(this));

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));
}
