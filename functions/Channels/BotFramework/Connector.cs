using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Calls to the bot service (连接器): one activity sent, one file fetched.</summary>
internal sealed class Connector(BotFrameworkOptions options, ChannelHttp http, OutboundTokens tokens, ServiceHosts hosts, TimeProvider clock)
{
    static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    /// <summary>What the service made of it; 413 is left to the caller.</summary>
    public async Task<(Delivery Outcome, bool TooLarge)> SendAsync(string serviceUrl, string conversation, Activity activity, CancellationToken stop)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) || !hosts.TakesToken(service)) return (Delivery.Never("service address not listed"), false);
        var path = $"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        if (activity.ReplyToId is { } earlier) path += "/" + Uri.EscapeDataString(earlier);
        using var answer = await CallAsync(() => Post(new Uri(path), activity), withToken: true, stop);
        return answer.StatusCode switch
        {
            HttpStatusCode.RequestEntityTooLarge => (Delivery.Never("too large"), true),
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.Unauthorized or HttpStatusCode.PreconditionFailed => (Delivery.Later(ChannelHttp.RetryAfter(answer, clock.GetUtcNow())), false),
            >= HttpStatusCode.InternalServerError => (Delivery.Later(ChannelHttp.RetryAfter(answer, clock.GetUtcNow())), false),
            HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent => (Delivery.Done, false),
            var other => (Delivery.Never($"answered {(int)other}"), false),
        };
    }

    /// <summary>A file, or null where it is not to be had.</summary>
    public async Task<BinaryData?> FetchAsync(Uri address, CancellationToken stop)
    {
        if (!hosts.HasFiles(address)) return null;
        using var answer = await CallAsync(() => new HttpRequestMessage(HttpMethod.Get, address), hosts.TakesToken(address), stop);
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError) answer.EnsureSuccessStatusCode();
        if (answer.StatusCode != HttpStatusCode.OK) return null;
        try
        {
            return await BoundedDownload.ReadAsync(answer.Content, BoundedDownload.MostBytes, stop);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>With a token; where the service does not take it, once more with a new one.</summary>
    async Task<HttpResponseMessage> CallAsync(Func<HttpRequestMessage> request, bool withToken, CancellationToken stop)
    {
        string? token = null;
        for (var again = false; ; again = true)
        {
            using var message = request();
            if (withToken && !options.Emulator)
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token = await tokens.GetAsync(refused: token, stop));
            var answer = await http.SendAsync(message, stop);
            if (answer.StatusCode != HttpStatusCode.Unauthorized || token is null || again) return answer;
            answer.Dispose();
        }
    }

    static HttpRequestMessage Post(Uri address, Activity activity)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity));
        content.Headers.ContentType = s_json;
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}
