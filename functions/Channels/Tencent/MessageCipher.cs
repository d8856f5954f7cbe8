using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Shouwang.Functions.Channels.Tencent;

/// <summary>The cipher of Tencent's callbacks (消息加解密): SHA-1 signature, AES-256-CBC, padding to blocks of 32. WeChat and WeCom differ only in whose id stands at the end.</summary>
/// <param name="token">Shared with the console.</param>
/// <param name="encodingAesKey">43 characters of base64.</param>
/// <param name="receiver">App id or corp id.</param>
internal sealed class MessageCipher(string token, string encodingAesKey, string receiver)
{
    const int Block = 32;
    const int RandomBytes = 16;
    const int Head = RandomBytes + sizeof(uint);

    readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");
    readonly byte[] _receiver = Encoding.UTF8.GetBytes(receiver);

    /// <summary>Whether the console could have made this key.</summary>
    public static bool IsKey(string encodingAesKey) => encodingAesKey.Length == 43 && encodingAesKey.All(char.IsAsciiLetterOrDigit);

    /// <summary>Of the token and what came with a call.</summary>
    public string Sign(params IEnumerable<string> parts) =>
#pragma warning disable CA5350 // The platform's protocol says SHA-1; what is signed holds a secret, and nobody gains by a collision.
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Append(token).Order(StringComparer.Ordinal)))));
#pragma warning restore CA5350

    /// <summary>Takes as long for a wrong signature as for a right one.</summary>
    public bool Verify(string? signature, params IEnumerable<string> parts) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(parts)));

    public string Encrypt(string message)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = Head + text.Length + _receiver.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        RandomNumberGenerator.Fill(plain.AsSpan(0, RandomBytes));
        BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(RandomBytes), (uint)text.Length);
        text.CopyTo(plain, Head);
        _receiver.CopyTo(plain, Head + text.Length);
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = NewAes();
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, RandomBytes), PaddingMode.None));
    }

    /// <returns>null for anything that was not made with this key for this receiver. Only what a signature vouches for is given here, so the padding tells a stranger nothing.</returns>
    public string? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var length) || length == 0 || length % RandomBytes != 0) return null;
        using var aes = NewAes();
        // The framework's own PKCS#7 knows blocks of 16 and refuses every padding above.
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), _key.AsSpan(0, RandomBytes), PaddingMode.None);
        int padding = plain[^1];
        if (padding is 0 or > Block || padding > plain.Length - Head || plain.AsSpan(plain.Length - padding).ContainsAnyExcept((byte)padding)) return null;
        var rest = plain.AsSpan(RandomBytes, plain.Length - RandomBytes - padding);
        var size = BinaryPrimitives.ReadUInt32BigEndian(rest);
        rest = rest[sizeof(uint)..];
        return size <= rest.Length && rest[(int)size..].SequenceEqual(_receiver) ? Encoding.UTF8.GetString(rest[..(int)size]) : null;
    }

    Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = _key;
        return aes;
    }
}
