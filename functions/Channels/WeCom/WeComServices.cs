using Microsoft.AspNetCore.Mvc;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.CustomHandler;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>WeCom customer service (微信客服), reached from any WeChat without following anybody.</summary>
internal static class WeComServices
{
    /// <param name="options">null leaves the channel off.</param>
    public static IServiceCollection AddWeCom(this IServiceCollection services, WeComOptions? options) => options is null ? services : services
        .AddSingleton(options)
        .AddSingleton<WeComApi>()
        .AddSingleton<WeComSync>()
        .AddSingleton<IChannel, WeComChannel>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<WeComCallback>(
            provider,
            new CallbackDoor(new MessageCipher(options.Token, options.EncodingAesKey, options.CorpId), provider.GetRequiredService<TimeProvider>())));

    public static void MapWeCom(this WebApplication app)
    {
        app.MapGet("/api/wecom", (HttpContext http, IServiceProvider services) => services.GetService<WeComCallback>()?.Check(http) ?? Results.NotFound()).OpenToAll();
        app.MapPost("/api/wecom", (HttpContext http, IServiceProvider services) => services.GetService<WeComCallback>()?.TakeAsync(http) ?? Task.FromResult(Results.NotFound()))
            .WithMetadata(new RequestSizeLimitAttribute(64 * 1024)).OpenToAll();
        app.MapTimerFunction("SyncWeCom", (_, stop) => app.Services.GetService<WeComSync>()?.SyncAllAsync(stop) ?? Task.CompletedTask);
    }
}
