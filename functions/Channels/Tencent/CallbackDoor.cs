using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Shouwang.Functions.Channels.Tencent;

/// <summary>Who knocks (回调门卫): the signature is right, the time is now, and no call is told twice with other words.</summary>
internal sealed class CallbackDoor(MessageCipher cipher, TimeProvider clock)
{
    /// <summary>The platform repeats a call within seconds.</summary>
    static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    const int MostBytes = 64 * 1024;
    const int MostRemembered = 50_000;

    readonly ConcurrentDictionary<string, (string Signature, DateTimeOffset At)> _nonces = new(StringComparer.Ordinal);

    /// <summary>The address check of WeChat's console: a plain word, signed.</summary>
    public string? Echo(IQueryCollection query) =>
        query is { } && IsNow(query["timestamp"]) && cipher.Verify(query["signature"], query["timestamp"].ToString(), query["nonce"].ToString()) ? query["echostr"].ToString() : null;

    /// <summary>The address check of WeCom's console: an encrypted word, signed.</summary>
    public string? EchoEncrypted(IQueryCollection query) => Open(query, query["echostr"].ToString());

    /// <summary>What a call says, or null where it may not be believed.</summary>
    public async Task<XmlFields?> ReadAsync(HttpRequest request)
    {
        var body = await BoundedAsync(request);
        return body is not null && XmlFields.Read(body) is { } envelope && Open(request.Query, envelope["Encrypt"]) is { } message ? XmlFields.Read(message) : null;
    }

    /// <summary>An answer in the same envelope.</summary>
    public string Seal(string xml)
    {
        var encrypted = cipher.Encrypt(xml);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        return $"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt><MsgSignature><![CDATA[{cipher.Sign(timestamp, nonce, encrypted)}]]></MsgSignature><TimeStamp>{timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>";
    }

    string? Open(IQueryCollection query, string encrypted)
    {
        string timestamp = query["timestamp"].ToString(), nonce = query["nonce"].ToString(), signature = query["msg_signature"].ToString();
        return encrypted.Length > 0 && IsNow(timestamp) && cipher.Verify(signature, timestamp, nonce, encrypted) && IsOnce(timestamp, nonce, signature) ? cipher.Decrypt(encrypted) : null;
    }

    bool IsNow(string? timestamp) => long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 10_000_000_000 && (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Window;

    /// <summary>A repeat of the same call is let in: it is known by its message. The same nonce under another signature is not.</summary>
    bool IsOnce(string timestamp, string nonce, string signature)
    {
        var now = clock.GetUtcNow();
        if (_nonces.Count >= MostRemembered)
            foreach (var (old, seen) in _nonces)
                if (now - seen.At > Window * 2) _nonces.TryRemove(old, out _);
        return _nonces.GetOrAdd($"{timestamp}|{nonce}", (signature, now)).Signature == signature;
    }

    static async Task<string?> BoundedAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes) return null;
        using var reader = new StreamReader(request.Body);
        var text = new char[MostBytes];
        var read = await reader.ReadBlockAsync(text, request.HttpContext.RequestAborted);
        return read < MostBytes ? new string(text, 0, read) : null;
    }
}
