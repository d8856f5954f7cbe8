using Microsoft.AspNetCore.Mvc;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>The WeChat service account (微信服务号).</summary>
internal static class WeChatServices
{
    /// <param name="options">null leaves the channel off.</param>
    public static IServiceCollection AddWeChat(this IServiceCollection services, WeChatOptions? options) => options is null ? services : services
        .AddSingleton(options)
        .AddSingleton<WeChatApi>()
        .AddSingleton<IChannel, WeChatChannel>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<WeChatCallback>(
            provider,
            new CallbackDoor(new MessageCipher(options.Token, options.EncodingAesKey, options.AppId), provider.GetRequiredService<TimeProvider>())));

    public static void MapWeChat(this WebApplication app)
    {
        app.MapGet("/api/wechat", (HttpContext http, IServiceProvider services) => services.GetService<WeChatCallback>()?.Check(http) ?? Results.NotFound()).OpenToAll();
        app.MapPost("/api/wechat", (HttpContext http, IServiceProvider services) => services.GetService<WeChatCallback>()?.TakeAsync(http) ?? Task.FromResult(Results.NotFound()))
            .WithMetadata(new RequestSizeLimitAttribute(64 * 1024)).OpenToAll();
    }
}
