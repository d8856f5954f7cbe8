using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Security;

/// <summary>Lets administrators through: the instance's own key, or an Entra ID token with the role Shouwang.Admin.</summary>
internal sealed class AdminGate(string? adminKey, string? audience, IConfigurationManager<OpenIdConnectConfiguration>? entra)
{
    const string Role = "Shouwang.Admin";
    readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    public static AdminGate From(Settings settings) => new(
        settings.AdminKey,
        settings.Entra?.Audience,
        settings.Entra is { } entra
            ? new ConfigurationManager<OpenIdConnectConfiguration>(new Uri(entra.Authority, "v2.0/.well-known/openid-configuration").ToString(), new OpenIdConnectConfigurationRetriever())
            : null);

    /// <summary>Null where the caller may pass, else the problem to answer with.</summary>
    public async Task<Problem?> RefuseAsync(string? authorization, CancellationToken stop)
    {
        const string prefix = "Bearer ";
        if (authorization is null || !authorization.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return new Problem(StatusCodes.Status401Unauthorized, "key-missing", "没有带管理员密钥。请在请求头里加上 Authorization: Bearer 密钥。");
        var token = authorization[prefix.Length..].Trim();
        if (adminKey is not null && SameText(token, adminKey))
            return null;
        if (entra is not null && await IsAdminAsync(entra, token, stop))
            return null;
        return new Problem(StatusCodes.Status403Forbidden, "key-wrong", "管理员密钥不对，或者没有管理员权限。请核对后再试。");
    }

    async Task<bool> IsAdminAsync(IConfigurationManager<OpenIdConnectConfiguration> authority, string token, CancellationToken stop)
    {
        if (!_tokens.CanReadToken(token))
            return false;
        var configuration = await authority.GetConfigurationAsync(stop);
        var verdict = await _tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAudience = audience,
            ValidIssuer = configuration.Issuer,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
        });
        return verdict.IsValid && verdict.ClaimsIdentity.FindAll("roles").Any(claim => claim.Value == Role);
    }

    static bool SameText(string a, string b) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(a)), SHA256.HashData(Encoding.UTF8.GetBytes(b)));
}
