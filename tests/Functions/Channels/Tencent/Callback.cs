using System.Globalization;
using System.Text;
using Shouwang.Functions.Channels.Tencent;

namespace Shouwang.Functions.Tests.Channels.Tencent;

/// <summary>The platform's side of a callback: seals what is told, opens what is answered.</summary>
sealed class Callback(Uri address, string receiver) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = address };
    readonly MessageCipher _cipher = new(TencentServer.Token, TencentServer.AesKey, receiver);
    int _nonce = 1000;

    /// <returns>The answer's own XML where it is sealed, else its text.</returns>
    public async Task<(int Status, string Text)> TellAsync(string path, string xml, DateTimeOffset? at = null, string? nonce = null, string? signature = null, string query = "&encrypt_type=aes")
    {
        var encrypted = _cipher.Encrypt(xml);
        var time = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        nonce ??= $"{Interlocked.Increment(ref _nonce)}";
        using var content = new StringContent($"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>", Encoding.UTF8, "text/xml");
        using var answer = await _http.PostAsync(new Uri($"{path}?timestamp={time}&nonce={nonce}&msg_signature={signature ?? _cipher.Sign(time, nonce, encrypted)}{query}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (XmlFields.Read(text) is not { } envelope || envelope["Encrypt"].Length == 0) return ((int)answer.StatusCode, text);
        _cipher.Verify(envelope["MsgSignature"], envelope["TimeStamp"], envelope["Nonce"], envelope["Encrypt"]).ShouldBeTrue();
        return ((int)answer.StatusCode, _cipher.Decrypt(envelope["Encrypt"]).ShouldNotBeNull());
    }

    public void Dispose() => _http.Dispose();
}
