using System.Security.Cryptography;
using System.Text;

namespace Shouwang.Recognizer.Protocol;

/// <summary>Lets only callers with the key to the two protocol families; the two health calls are open.</summary>
sealed class KeyCheck(RequestDelegate next, RecognizerSettings settings)
{
    const string Header = "Ocp-Apim-Subscription-Key";

    readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(settings.Key));

    public Task InvokeAsync(HttpContext http)
    {
        var open = http.Request.Path == "/" || http.Request.Path == "/health";
        return open || Matches(http.Request.Headers[Header].ToString()) ? next(http) : new RefusalResult(Refusal.Unauthorized()).ExecuteAsync(http);
    }

    bool Matches(string given) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _key);
}
