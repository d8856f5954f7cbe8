using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Board;

/// <summary>Signs what is published (公示签名): ECDSA on P-256 with SHA-256. The private key is worked out from the instance's secret; the public key is published.</summary>
internal sealed class BoardSigner
{
    static readonly BigInteger Order = BigInteger.Parse("00FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber);

    readonly ECParameters _key;

    public BoardSigner(Keys keys)
    {
        // Twice the bytes of the order before it is brought below it, so that no key is likelier than another.
        var wide = new BigInteger([.. keys.For("board-signature-1"), .. keys.For("board-signature-2")], isUnsigned: true, isBigEndian: true);
        var secret = (wide % (Order - 1) + 1).ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] padded = [.. new byte[32 - secret.Length], .. secret];
        using var pair = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = padded });
        _key = pair.ExportParameters(includePrivateParameters: true);
        PublicPem = pair.ExportSubjectPublicKeyInfoPem();
        KeyId = Convert.ToHexStringLower(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
    }

    /// <summary>The public key as <c>openssl dgst -verify</c> and WebCrypto (spki) take it.</summary>
    public string PublicPem { get; }

    /// <summary>Tells this key from later ones: the first sixteen hex digits of its SHA-256.</summary>
    public string KeyId { get; }

    /// <summary>r and s, 32 bytes each, as WebCrypto takes a signature.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes)
    {
        using var pair = ECDsa.Create(_key);
        return pair.SignData(bytes, HashAlgorithmName.SHA256);
    }

    /// <summary>DER, as openssl takes a signature.</summary>
    public byte[] SignDer(ReadOnlySpan<byte> bytes)
    {
        using var pair = ECDsa.Create(_key);
        return pair.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>A text with its signature.</summary>
    public SignedText Sign(string text) => new(text, Convert.ToBase64String(Sign(Encoding.UTF8.GetBytes(text))), KeyId);
}

/// <summary>A text, and its signature in base64.</summary>
internal sealed record SignedText(string Text, string Signature, string KeyId);
