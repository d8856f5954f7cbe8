using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>A signed statement about a ledger's tree that somebody kept (留存的公示签名): a later ledger is held against it.</summary>
/// <param name="Text">The statement as it was signed.</param>
/// <param name="Entries">How many entries stood under the root.</param>
/// <param name="Root">Root of the tree, in hex.</param>
/// <param name="Signature">r and s in base64; null where the statement was kept without it.</param>
public sealed record KeptRoot(string Text, string Village, int Entries, string Root, string? Signature)
{
    /// <summary>Reads whatever of a publication was kept: board.json, one of the list of what was published or the whole list, the answer that proved a receipt, or the statement alone. Empty where it is none of these.</summary>
    public static IReadOnlyList<KeptRoot> ReadAll(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            var root = document.RootElement;
            return [.. root.TryGetProperty("published", out var all) ? all.EnumerateArray().Select(Of) : [Of(root)]];
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return [];
        }
    }

    /// <summary>Whether a public key (P-256, PEM) made the signature.</summary>
    /// <exception cref="ArgumentException">The key cannot be read.</exception>
    public bool IsSignedBy(string pem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return Signature is not null && key.VerifyData(Encoding.UTF8.GetBytes(Text), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception broken) when (broken is FormatException)
        {
            return false;
        }
        catch (CryptographicException broken)
        {
            throw new ArgumentException("This is no public key.", nameof(pem), broken);
        }
    }

    /// <summary>Whether a ledger with these leaves begins with the one that was signed; null where it has fewer entries.</summary>
    public bool? IsUnder(ReadOnlySpan<byte[]> leaves) =>
        leaves.Length < Entries ? null : Convert.ToHexStringLower(MerkleTree.Root(leaves[..Entries])) == Root;

    private static KeptRoot Of(JsonElement kept)
    {
        var signed = kept.TryGetProperty("tree", out var tree) ? tree : kept;
        var text = signed.TryGetProperty("statement", out var statement) ? statement.GetString() ?? throw new FormatException() : signed.GetRawText();
        using var document = JsonDocument.Parse(text);
        var says = document.RootElement;
        var (entries, root) = (says.GetProperty("entries").GetInt32(), says.GetProperty("root").GetString() ?? "");
        return entries >= 0 && root.Length == 64 && root.All(char.IsAsciiHexDigitLower)
            ? new KeptRoot(text, says.GetProperty("village").GetString() ?? "", entries, root, signed.TryGetProperty("signature", out var signature) ? signature.GetString() : null)
            : throw new FormatException();
    }
}
