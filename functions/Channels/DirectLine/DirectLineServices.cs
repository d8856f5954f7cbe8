using Microsoft.AspNetCore.Mvc;
using Shouwang.Functions.ChatSession;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Direct Line 3.0 (直连通道), as Web Chat and other clients speak it.</summary>
internal static class DirectLineServices
{
    const string Cors = "direct-line";

    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions options) => services
        .AddSingleton(options)
        .AddSingleton<DirectLineTokens>()
        .AddSingleton<DirectLineLimits>()
        .AddSingleton<DirectLineLinks>()
        .AddSingleton<DirectLineDoor>()
        .AddSingleton<DirectLineStart>()
        .AddSingleton<DirectLineMessages>()
        .AddSingleton<DirectLineUpload>()
        .AddSingleton<DirectLineAttachments>()
        .AddSingleton<DirectLineStream>()
        .AddSingleton<SessionOpener>()
        .AddCors(cors => cors.AddPolicy(Cors, policy => policy
            .WithOrigins([.. options.Origins])
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));

    public static void MapDirectLine(this WebApplication app)
    {
        app.UseCors();
        app.UseWebSockets();
        var options = app.Services.GetRequiredService<DirectLineOptions>();
        var small = new RequestSizeLimitAttribute(options.MostMessageBytes);
        var large = new RequestSizeLimitAttribute(options.MostUploadBytes);

        var line = app.MapGroup("/v3/directline").RequireCors(Cors);
        line.AddEndpointFilter(DirectLineRefusal.Filter);
        line.MapPost("/tokens/generate", (HttpContext http, DirectLineStart start) => start.GenerateAsync(http)).WithMetadata(small);
        line.MapPost("/tokens/refresh", (HttpContext http, DirectLineStart start) => start.RefreshAsync(http)).WithMetadata(small);
        line.MapPost("/conversations", (HttpContext http, DirectLineStart start) => start.StartAsync(http)).WithMetadata(small);
        line.MapGet("/conversations/{id}", (HttpContext http, DirectLineStart start, string id, string? watermark) => start.ReconnectAsync(http, id, watermark));
        line.MapGet("/conversations/{id}/activities", (HttpContext http, DirectLineMessages messages, string id, string? watermark) => messages.ReadAsync(http, id, watermark));
        line.MapPost("/conversations/{id}/activities", (HttpContext http, DirectLineMessages messages, string id) => messages.SendAsync(http, id)).WithMetadata(small);
        line.MapPost("/conversations/{id}/upload", (HttpContext http, DirectLineUpload upload, string id, string? userId) => upload.TakeAsync(http, id, userId)).WithMetadata(large);
        line.MapGet("/conversations/{id}/stream", (HttpContext http, DirectLineStream stream, string id, string? watermark, string? t) => stream.OpenAsync(http, id, watermark, t));
        line.MapGet("/attachments/{id}/{hash}", (HttpContext http, DirectLineAttachments attachments, string id, string hash, string? t) => attachments.ShowAsync(http, id, hash, t));
        app.MapChatSession();
    }
}
