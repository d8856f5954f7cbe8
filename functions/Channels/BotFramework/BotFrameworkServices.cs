using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Mvc;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Azure Bot Service (微软机器人服务), public, US government and China.</summary>
internal static class BotFrameworkServices
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services, BotFrameworkOptions options)
    {
        TokenCredential? identity = options is { AppId: { } appId, Secret: null } ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(appId)) : null;
        return services
            .AddSingleton(options)
            .AddSingleton<ServiceHosts>()
            .AddSingleton<ChannelKeys>()
            .AddSingleton<InboundTokens>()
            .AddSingleton(provider => new OutboundTokens(options, provider.GetRequiredService<ChannelHttp>(), provider.GetRequiredService<TimeProvider>(), identity))
            .AddSingleton<Connector>()
            .AddSingleton<IChannel, BotFrameworkChannel>()
            .AddSingleton<BotFrameworkCallback>();
    }

    public static void MapBotFramework(this WebApplication app)
    {
        var size = new RequestSizeLimitAttribute(app.Services.GetRequiredService<BotFrameworkOptions>().MostBytes);
        app.MapPost("/api/messages", (HttpContext http, BotFrameworkCallback callback) => callback.TakeAsync(http)).WithMetadata(size).OpenToAll();
    }
}
