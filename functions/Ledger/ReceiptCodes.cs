using System.Security.Cryptography;
using System.Text;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Ledger;

/// <summary>Private codes on receipts (凭证验证码). A code is worked out from a secret of the instance, so that writing a receipt twice gives the same one and none need be stored; the ledger holds only its hash.</summary>
internal sealed class ReceiptCodes(Keys keys)
{
    // Without I, L, O and U, which people mistake for others.
    const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 16;

    readonly byte[] _secret = keys.For("receipt-code");

    /// <summary>The code of the entry that a posting makes: 80 bits, "7K2M-90QX-…".</summary>
    public string CodeOf(string village, string key)
    {
        var mac = HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{village}\n{key}"));
        var code = new StringBuilder(Length + 3);
        for (var i = 0; i < Length; i++)
            code.Append(i > 0 && i % 4 == 0 ? "-" : "").Append(Letters[mac[i] % 32]);
        return code.ToString();
    }

    /// <summary>What the ledger holds of a code: SHA-256 of "shouwang-receipt\n" and the sixteen letters, in hex.</summary>
    public static string ProofOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("shouwang-receipt\n" + code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())));

    /// <summary>The proof of the entry that a posting makes.</summary>
    public string ProofOf(string village, string key) => ProofOf(CodeOf(village, key));
}
