using System.Security.Cryptography;
using System.Text;
using Shouwang.Local.App;

namespace Shouwang.Local.Http;

/// <summary>Keys of the function app (函数密钥), sent as the header x-functions-key or the query's code.</summary>
sealed class FunctionKeys(string functionKey, string adminKey)
{
    public bool Open(AuthLevel level, HttpRequest request)
    {
        if (level == AuthLevel.Anonymous) return true;
        var sent = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault();
        return sent is not null && (Same(sent, adminKey) || (level == AuthLevel.Function && Same(sent, functionKey)));
    }

    static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
