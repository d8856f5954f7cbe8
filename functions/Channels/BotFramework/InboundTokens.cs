using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Whether a call comes from the bot service (来访令牌): signed by one of its keys, for this bot, for this channel and this service address.</summary>
internal sealed class InboundTokens(BotFrameworkOptions options, ChannelKeys keys, TimeProvider clock)
{
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    static readonly string[] s_algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    /// <returns>0 where the caller may pass, 401 without a token that counts, 403 with one that is not for this.</returns>
    public async Task<int> VerifyAsync(string? header, Activity activity, CancellationToken stop)
    {
        if (options.Emulator) return 0;
        if (header?.Split(' ') is not ["Bearer", { Length: > 0 } token] || !_handler.CanReadToken(token)) return 401;
        string? kid;
        try
        {
            kid = _handler.ReadJsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return 401;
        }
        if (string.IsNullOrEmpty(kid) || await keys.FindAsync(kid, stop) is not { } key) return 401;
        var read = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Cloud.Issuer,
            ValidAudience = options.AppId,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = s_algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, to, _, _) => Lives(from, to, clock.GetUtcNow().UtcDateTime),
        });
        if (!read.IsValid || read.SecurityToken is not JsonWebToken jwt || jwt.Audiences.Count() != 1) return 401;
        if (activity.ChannelId is not { Length: > 0 } channel || !key.Endorsements.Contains(channel)) return 403;
        return jwt.TryGetPayloadValue<string>("serviceurl", out var service) && string.Equals(service, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) && service.Length > 0 ? 0 : 403;
    }

    static bool Lives(DateTime? from, DateTime? to, DateTime now) => to is { } end && now - Skew < end && (from is not { } begin || now + Skew > begin);
}
