using System.Security.Cryptography;
using System.Text;

namespace Shouwang.Functions.Security;

/// <summary>Keys for separate purposes, each derived from the one signing key, so that a value signed for one cannot stand in for another.</summary>
internal sealed class Keys(byte[] signingKey)
{
    /// <summary>32 bytes for the named purpose.</summary>
    public byte[] For(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, signingKey, 32, info: Encoding.UTF8.GetBytes("shouwang/" + purpose));

    /// <summary>A stand-in for an identity number that only this instance can make, so that tables hold no numbers. 32 hex characters.</summary>
    public string Pseudonym(string idNumber) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(For("id-number"), Encoding.UTF8.GetBytes(idNumber.Trim().ToUpperInvariant())).AsSpan(0, 16));
}
