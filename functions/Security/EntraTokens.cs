using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Shouwang.Functions.Security;

/// <summary>Reads Entra ID tokens. App roles: Shouwang.Admin, Shouwang.Officer.&lt;village&gt;, Shouwang.Checker.&lt;village&gt;.</summary>
internal sealed class EntraTokens(string audience, IConfigurationManager<OpenIdConnectConfiguration> authority)
{
    const string AdminRole = "Shouwang.Admin";
    static readonly (string Prefix, Role Role)[] VillageRoles = [("Shouwang.Officer.", Role.Officer), ("Shouwang.Checker.", Role.Checker)];
    readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    public static EntraTokens? From(EntraSettings? settings) => settings is null ? null : new(
        settings.Audience,
        new ConfigurationManager<OpenIdConnectConfiguration>(new Uri(settings.Authority, "v2.0/.well-known/openid-configuration").ToString(), new OpenIdConnectConfigurationRetriever()));

    /// <summary>Whom the token speaks for; null where it is not valid or names no role of ours.</summary>
    public async Task<Actor?> ReadAsync(string token, CancellationToken stop)
    {
        if (!_tokens.CanReadToken(token))
            return null;
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
        if (!verdict.IsValid)
            return null;
        var claims = verdict.ClaimsIdentity;
        // An application that calls for itself has no oid in version 1 tokens, but always a subject.
        var id = claims.FindFirst("oid")?.Value ?? claims.FindFirst("sub")?.Value;
        return id is null ? null : Of(id, claims.FindFirst("name")?.Value, [.. claims.FindAll("roles").Select(role => role.Value)]);
    }

    static Actor? Of(string id, string? name, IReadOnlyList<string> roles)
    {
        if (roles.Contains(AdminRole))
            return new Actor($"entra:{id}", name ?? Actor.KeyHolder.Name, Role.Administrator, null);
        foreach (var (prefix, role) in VillageRoles)
        {
            foreach (var value in roles)
            {
                if (value.StartsWith(prefix, StringComparison.Ordinal) && value[prefix.Length..] is { Length: 12 } village && village.All(char.IsAsciiDigit))
                    return new Actor($"entra:{id}", name ?? "工作人员", role, village);
            }
        }

        return null;
    }
}
