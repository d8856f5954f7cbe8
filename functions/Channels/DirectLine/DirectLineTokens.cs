using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Makes and reads the channel's tokens (令牌): signed, bound to one conversation and one use.</summary>
internal sealed class DirectLineTokens(DirectLineOptions options, TimeProvider clock)
{
    public static readonly TimeSpan ApiLifetime = TimeSpan.FromMinutes(30);
    const string Name = "direct-line";

    readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    readonly SymmetricSecurityKey _key = new(options.SigningKey);

    /// <summary>A random id that nobody can guess.</summary>
    public static string NewId() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18));

    public static string NewUser() => "dl_" + NewId();

    public string Issue(TokenUse use, Grant grant, TimeSpan lifetime)
    {
        Dictionary<string, object> claims = new() { ["use"] = Word(use), ["conv"] = grant.Conversation! };
        if (grant.User is not null) claims["user"] = grant.User;
        if (grant.Village is not null) claims["village"] = grant.Village;
        if (grant.Origins is { Count: > 0 }) claims["origins"] = string.Join(' ', grant.Origins);
        if (grant.Blob is not null) claims["blob"] = grant.Blob;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = Name,
            Claims = claims,
            Expires = clock.GetUtcNow().Add(lifetime).UtcDateTime,
            SigningCredentials = new(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>What the token grants.</summary>
    /// <exception cref="DirectLineRefusal">403: not ours, for another use, or expired.</exception>
    public async Task<Grant> ReadAsync(TokenUse use, string token)
    {
        var read = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Name,
            ValidAudience = Name,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false,
        });
        if (!read.IsValid || read.SecurityToken is not JsonWebToken jwt || Claim(jwt, "use") != Word(use))
            throw DirectLineRefusal.BadToken();
        if (jwt.ValidTo <= clock.GetUtcNow().UtcDateTime)
            throw new DirectLineRefusal(403, "TokenExpired", "The token has expired: ask for a new one.");
        return new(Claim(jwt, "conv"), Claim(jwt, "user"), Claim(jwt, "village"), Claim(jwt, "origins")?.Split(' '), Claim(jwt, "blob"));
    }

    public bool IsSecret(string bearer) => options.Secret is { } secret
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    static string Word(TokenUse use) => use switch
    {
        TokenUse.Api => "api",
        TokenUse.Stream => "stream",
        TokenUse.Blob => "blob",
        TokenUse.Resume => "resume",
    };

    static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
