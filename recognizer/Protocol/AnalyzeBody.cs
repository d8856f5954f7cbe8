using System.Text.Json;

namespace Shouwang.Recognizer.Protocol;

/// <summary>The picture in a request: as it is, or as base64 in JSON.</summary>
static class AnalyzeBody
{
    /// <summary>The largest file taken; a phone's photo has 2 to 12 MB.</summary>
    public const int MostBytes = 32 * 1024 * 1024;

    public static async Task<(byte[]? File, Refusal? Refusal)> ReadAsync(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        var isJson = type == "application/json";
        if (!isJson && type != "application/octet-stream" && type?.StartsWith("image/", StringComparison.Ordinal) != true && type != "application/pdf")
            return (null, Refusal.UnsupportedMedia("Send the picture as application/octet-stream or image/*, or as {\"base64Source\": …} in application/json."));
        if (await BytesAsync(request, isJson ? MostBytes / 3 * 4 + 4096 : MostBytes) is not { } body)
            return (null, Refusal.Invalid("InvalidContentLength", $"The file is too large; {MostBytes} bytes are read at most."));
        if (!isJson)
            return body.Length > 0 ? (body, null) : (null, Refusal.Invalid("InvalidContent", "The request has no content."));
        return FromJson(body) is { Length: > 0 } file ? (file, null) : (null, Refusal.Invalid("InvalidParameter", "The JSON must hold the file in base64Source; urlSource is not followed here."));
    }

    static async Task<byte[]?> BytesAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + count > most)
                return null;
            body.Write(buffer, 0, count);
        }
        return body.TryGetBuffer(out var exact) && exact.Count == exact.Array!.Length ? exact.Array : body.ToArray();
    }

    static byte[]? FromJson(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            byte[]? file = null;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("base64Source"u8))
                    file = reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes) ? bytes : null;
            }
            return file;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
