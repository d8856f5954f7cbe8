using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Shows a person the pictures they sent (附件), for as long as the link's token lasts.</summary>
internal sealed class DirectLineAttachments(DirectLineTokens tokens, IPictureIntake pictures)
{
    public async Task<IResult> ShowAsync(HttpContext http, string id, string hash, string? t)
    {
        if (string.IsNullOrEmpty(t)) throw new DirectLineRefusal(401, "Unauthorized", "The link has no token.");
        var grant = await tokens.ReadAsync(TokenUse.Blob, t);
        if (grant.Conversation != id || grant.Blob != hash) throw DirectLineRefusal.BadToken();
        var bytes = await pictures.OpenAsync(id, hash, http.RequestAborted)
            ?? throw new DirectLineRefusal(404, "BadArgument", "The picture is gone.");
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, max-age=3600";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return PictureFile.MediaType(bytes) is { } type
            ? Results.Bytes(bytes.ToMemory(), type)
            : Results.Bytes(bytes.ToMemory(), "application/octet-stream", fileDownloadName: hash);
    }
}
