using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shouwang.Functions.Tests.Channels.BotFramework;

/// <summary>Azure Bot Service as this system sees it: its keys, its token office, its connector, with faults on demand.</summary>
sealed class BotService : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Secret = "a-secret";
    public const string Issuer = "https://api.botframework.com";

    readonly WebApplication _app;

    BotService(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public string ServiceUrl => Address.ToString();

    /// <summary>Signs for directline, webchat and msteams; for sms; for nothing.</summary>
    public RSA[] Keys { get; } = [RSA.Create(2048), RSA.Create(2048), RSA.Create(2048)];

    public ConcurrentQueue<(string Path, string Authorization, JsonNode Body)> Received { get; } = new();

    /// <summary>How the next calls of the connector are answered; then 200.</summary>
    public ConcurrentQueue<(int Status, int? RetryAfter)> Faults { get; } = new();

    public int TokensGiven;

    public IEnumerable<JsonNode> Messages => Received.Select(call => call.Body).Where(body => (string?)body["type"] == "message");

    /// <summary>The settings that make the app take this for the real one.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["SHOUWANG_BOT_APP_ID"] = AppId,
        ["SHOUWANG_BOT_SECRET"] = Secret,
        ["SHOUWANG_BOT_OPENID"] = new Uri(Address, "openid").ToString(),
        ["SHOUWANG_BOT_LOGIN"] = new Uri(Address, "login").ToString(),
        ["SHOUWANG_BOT_HOSTS"] = Address.Authority,
    };

    public static async Task<BotService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new BotService(builder.Build());
        service.Map();
        await service._app.StartAsync();
        return service;
    }

    void Map()
    {
        _app.MapGet("/openid", () => Json(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = new Uri(Address, "keys").ToString(), ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") }));
        _app.MapGet("/keys", () => Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(Jwk)]) }));
        _app.MapPost("/login/{tenant}/oauth2/v2.0/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form["client_id"] == AppId && form["client_secret"] == Secret && form["grant_type"] == "client_credentials" && form["scope"] == "https://api.botframework.com/.default"
                ? Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = $"token-{Interlocked.Increment(ref TokensGiven)}" })
                : Results.BadRequest();
        });
        _app.MapPost("/v3/conversations/{**rest}", async (HttpContext http) =>
        {
            if (Faults.TryDequeue(out var fault))
            {
                if (fault.RetryAfter is { } wait) http.Response.Headers.RetryAfter = $"{wait}";
                return Results.StatusCode(fault.Status);
            }
            var body = (await JsonNode.ParseAsync(http.Request.Body))!;
            Received.Enqueue((http.Request.Path, http.Request.Headers.Authorization.ToString(), body));
            return Json(new JsonObject { ["id"] = $"wire-{Received.Count}" });
        });
        _app.MapGet("/files/{name}", (string name, HttpContext http) => http.Request.Headers.Authorization.ToString().StartsWith("Bearer token-", StringComparison.Ordinal) ? Results.Bytes([1, 2, 3], "image/jpeg") : Results.Unauthorized());
        _app.MapGet("/gone/{name}", (string name) => Results.NotFound());
    }

    /// <summary>A good token.</summary>
    public string Token() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = AppId,
        Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new(new RsaSecurityKey(Keys[0]) { KeyId = "K1" }, SecurityAlgorithms.RsaSha256),
    });

    /// <summary>A message as Teams would send it.</summary>
    public JsonObject Activity(string text, string id, string user = "29:li") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = $"a:{user}|1", ["conversationType"] = "personal" },
        ["from"] = new JsonObject { ["id"] = user, ["name"] = "李" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "守望" },
        ["text"] = text,
        ["locale"] = "zh-CN",
    };

    JsonNode Jwk(RSA key, int i)
    {
        var it = key.ExportParameters(false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = $"K{i + 1}", ["x5t"] = $"K{i + 1}", ["n"] = Base64UrlEncoder.Encode(it.Modulus), ["e"] = Base64UrlEncoder.Encode(it.Exponent) };
        if (i == 0) jwk["endorsements"] = new JsonArray("directline", "webchat", "msteams");
        if (i == 1) jwk["endorsements"] = new JsonArray("sms");
        return jwk;
    }

    static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var key in Keys) key.Dispose();
    }
}
