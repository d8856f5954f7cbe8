using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Addresses handed to a client (链接): its socket, its attachments. Each carries a token for that alone.</summary>
internal sealed class DirectLineLinks(DirectLineOptions options, DirectLineTokens tokens)
{
    /// <summary>How a kept picture is named in the record, which must hold no token.</summary>
    const string Kept = "attachment:";

    static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);
    static readonly TimeSpan BlobLifetime = TimeSpan.FromHours(1);

    public static string KeptAs(string hash) => Kept + hash;

    /// <summary>null where the client must poll.</summary>
    public string? Stream(HttpContext http, Grant grant, long watermark)
    {
        if (!options.Streaming) return null;
        var token = tokens.Issue(TokenUse.Stream, grant, StreamLifetime);
        var at = new UriBuilder(Base(http)) { Path = $"/v3/directline/conversations/{grant.Conversation}/stream", Query = $"watermark={watermark}&t={token}" };
        at.Scheme = at.Scheme == "https" ? "wss" : "ws";
        return at.Uri.ToString();
    }

    /// <summary>The activity as this client may see it now.</summary>
    public Activity Outgoing(Uri site, string conversationId, Activity activity) => activity.Attachments is not { Count: > 0 } attachments
        ? activity
        : activity with { Attachments = [.. attachments.Select(it => Outgoing(site, conversationId, it))] };

    public Uri Base(HttpContext http) => options.PublicUrl ?? new Uri($"{Scheme(http)}://{http.Request.Host}");

    Attachment Outgoing(Uri site, string conversationId, Attachment attachment)
    {
        if (attachment.ContentUrl?.StartsWith(Kept, StringComparison.Ordinal) != true) return attachment;
        var hash = attachment.ContentUrl[Kept.Length..];
        var token = tokens.Issue(TokenUse.Blob, new(conversationId, Blob: hash), BlobLifetime);
        return attachment with { ContentUrl = new Uri(site, $"/v3/directline/attachments/{conversationId}/{hash}?t={token}").ToString() };
    }

    /// <summary>The front end ends TLS and says so.</summary>
    static string Scheme(HttpContext http) => http.Request.Headers["X-Forwarded-Proto"].ToString() is "https" ? "https" : http.Request.Scheme;
}
