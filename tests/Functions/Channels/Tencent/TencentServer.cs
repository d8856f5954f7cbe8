using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Shouwang.Functions.Tests.Channels.Tencent;

/// <summary>Tencent's servers as far as we call them, with error codes on demand.</summary>
sealed class TencentServer : IAsyncDisposable
{
    public const string AppId = "wxbad0b45542aa0b5e";
    public const string CorpId = "ww1234567890abcdef";
    public const string Token = "cooptest";
    public const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    readonly WebApplication _app;
    int _tokens;
    int _downloads;

    TencentServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public ConcurrentQueue<(string Path, string Raw, JsonNode Body)> Calls { get; } = new();

    /// <summary>The error codes of the next calls of a path; then 0.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<int>> Errors { get; } = new();

    /// <summary>What customer service lists: pages by cursor.</summary>
    public ConcurrentDictionary<string, JsonObject> Pages { get; } = new();

    /// <summary>How often a file was asked for.</summary>
    public int Downloads => _downloads;

    public byte[]? File { get; set; } = [9, 8, 7];

    public IEnumerable<string> Texts => Calls.Select(call => (string?)call.Body["text"]?["content"] ?? (string?)call.Body["msgmenu"]?["head_content"]).OfType<string>();

    public Dictionary<string, string> WeChat => new()
    {
        ["SHOUWANG_WECHAT_APP_ID"] = AppId,
        ["SHOUWANG_WECHAT_SECRET"] = "s",
        ["SHOUWANG_WECHAT_TOKEN"] = Token,
        ["SHOUWANG_WECHAT_AES_KEY"] = AesKey,
        ["SHOUWANG_JOIN_MS"] = "0",
        ["SHOUWANG_WECHAT_SITE"] = Address.ToString(),
        ["SHOUWANG_WECHAT_TEMPLATE"] = "T1",
        ["SHOUWANG_WECHAT_TEMPLATE_FIELDS"] = "thing1=what,time2=when,phrase3=state",
    };

    public Dictionary<string, string> WeCom => new()
    {
        ["SHOUWANG_WECOM_CORP_ID"] = CorpId,
        ["SHOUWANG_WECOM_SECRET"] = "s",
        ["SHOUWANG_WECOM_TOKEN"] = Token,
        ["SHOUWANG_WECOM_AES_KEY"] = AesKey,
        ["SHOUWANG_JOIN_MS"] = "0",
        ["SHOUWANG_WECOM_SITE"] = Address.ToString(),
    };

    public void Fail(string path, params int[] codes) => Errors[path] = new(codes);

    public static async Task<TencentServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TencentServer(builder.Build());
        server._app.MapPost("/cgi-bin/stable_token", server.GiveToken);
        server._app.MapGet("/cgi-bin/gettoken", server.GiveToken);
        server._app.MapGet("/cgi-bin/media/get", server.GiveFile);
        server._app.MapPost("/cgi-bin/{**rest}", (HttpContext http, string rest) => server.TakeAsync(http));
        await server._app.StartAsync();
        return server;
    }

    IResult GiveFile(HttpContext http)
    {
        Interlocked.Increment(ref _downloads);
        return Code(http.Request.Path) is var code and not 0 ? Error(code) : File is { } file ? Results.Bytes(file, "image/jpeg") : Error(40007);
    }

    IResult GiveToken() => Json(new JsonObject { ["errcode"] = 0, ["access_token"] = $"A{Interlocked.Increment(ref _tokens)}", ["expires_in"] = 7200 });

    async Task<IResult> TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var raw = await reader.ReadToEndAsync();
        var body = JsonNode.Parse(raw)!;
        var path = http.Request.Path.Value!;
        if (http.Request.Query["access_token"].ToString() is not ['A', ..]) return Error(41001);
        if (Code(path) is var code and not 0) return Error(code);
        if (path.EndsWith("sync_msg", StringComparison.Ordinal))
            return Json(Pages.GetValueOrDefault((string?)body["cursor"] ?? "", new JsonObject { ["errcode"] = 0, ["next_cursor"] = (string?)body["cursor"] ?? "", ["has_more"] = 0, ["msg_list"] = new JsonArray() }));
        Calls.Enqueue((path, raw, body));
        return Error(0);
    }

    int Code(string path) => Errors.TryGetValue(path, out var queue) && queue.TryDequeue(out var code) ? code : 0;

    static IResult Error(int code) => Json(new JsonObject { ["errcode"] = code, ["errmsg"] = "x" });

    static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
