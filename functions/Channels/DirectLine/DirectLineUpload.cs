using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Files sent by a person (上传): several in a multipart body, or one as the body itself.</summary>
internal sealed class DirectLineUpload(DirectLineOptions options, DirectLineDoor door, ConversationStore store, ConversationIntake intake, TurnEngine turns, IPictureIntake pictures) : IDisposable
{
    const int Small = 4 << 20;

    /// <summary>Each reads one file into memory at a time: many small ones, or few that may be large.</summary>
    readonly SemaphoreSlim _room = new(4);

    readonly SemaphoreSlim _roomForSmall = new(16);

    public void Dispose()
    {
        _room.Dispose();
        _roomForSmall.Dispose();
    }

    public async Task<IResult> TakeAsync(HttpContext http, string id, string? userId)
    {
        await door.OpenAsync(http, id, counts: true);
        var conversation = await HeardAsync(id, http.RequestAborted);
        if (userId is { Length: > 0 } && userId != conversation.UserId)
            throw new DirectLineRefusal(403, "BadArgument", "The user id is not the one of this conversation.");
        var room = http.Request.ContentLength is <= Small ? _roomForSmall : _room;
        await room.WaitAsync(http.RequestAborted);
        try
        {
            var upload = new Upload(id, conversation.State, new Activity { Type = "message" }, [], []);
            upload = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? await PartsAsync(http, upload, HeaderUtilities.RemoveQuotes(type.Boundary).Value)
                : await FileAsync(upload, http.Request.Body, http.Request.ContentType, http.Request.Headers.ContentDisposition, http.RequestAborted);
            if (upload.Pictures.Count == 0) throw DirectLineRefusal.Malformed("The upload holds no file.");
            var said = new Said(upload.Activity with { Attachments = upload.Attachments }, upload.Pictures);
            return DirectLineMessages.Answer(await intake.TakeInAsync(id, said, DirectLineMessages.ClientId(upload.Activity), asks: true));
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>The agreement that lets pictures be kept may have been sent just before them: it is heard first.</summary>
    async Task<StoredConversation> HeardAsync(string id, CancellationToken stop)
    {
        var conversation = await store.FindAsync(id, stop) ?? throw DirectLineRefusal.NoConversation();
        if (conversation.State.ConsentedAt is not null || conversation.Pending.Length == 0) return conversation;
        await turns.TakePendingAsync(id, stop);
        return await store.FindAsync(id, stop) ?? throw DirectLineRefusal.NoConversation();
    }

    async Task<Upload> PartsAsync(HttpContext http, Upload upload, string? boundary)
    {
        if (string.IsNullOrEmpty(boundary)) throw DirectLineRefusal.Malformed("The multipart body has no boundary.");
        var reader = new MultipartReader(boundary, http.Request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } part)
                upload = Name(part.ContentDisposition)?.Name == "activity"
                    ? upload with { Activity = await ActivityAsync(part.Body, http.RequestAborted) }
                    : await FileAsync(upload, part.Body, part.ContentType, part.ContentDisposition, http.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException && broken is not BadHttpRequestException)
        {
            throw DirectLineRefusal.Malformed("The multipart body is broken off or malformed.");
        }
        return upload;
    }

    async Task<Upload> FileAsync(Upload upload, Stream body, string? contentType, string? disposition, CancellationToken stop)
    {
        if (upload.Pictures.Count == options.MostFiles)
            throw DirectLineRefusal.TooLarge($"At most {options.MostFiles} files at once.");
        var name = FileName(disposition);
        var bytes = await BytesAsync(body, options.MostFileBytes, stop);
        var picture = await pictures.LookAsync(upload.Conversation, upload.State, new BinaryData(bytes), name, stop);
        var kept = upload.State.ConsentedAt is not null && picture.Verdict == PictureVerdict.Fine;
        var attachment = kept
            ? new Attachment(contentType ?? "image/jpeg", DirectLineLinks.KeptAs(picture.Hash), Name: name)
            : new Attachment("application/octet-stream", Name: name);
        return upload with { Pictures = [.. upload.Pictures, picture], Attachments = [.. upload.Attachments, attachment] };
    }

    async Task<Activity> ActivityAsync(Stream part, CancellationToken stop)
    {
        try
        {
            var activity = JsonSerializer.Deserialize((await BytesAsync(part, options.MostFileBytes, stop)).Span, DirectLineJson.Default.Activity);
            return activity is { Type: "message" } ? activity : throw DirectLineRefusal.Malformed("The activity of an upload is a message.");
        }
        catch (JsonException)
        {
            throw DirectLineRefusal.Malformed("The activity part is not an activity.");
        }
    }

    static async Task<ReadOnlyMemory<byte>> BytesAsync(Stream body, int most, CancellationToken stop)
    {
        var into = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = await body.ReadAsync(piece, stop)) > 0;)
        {
            if (into.Length + read > most) throw DirectLineRefusal.TooLarge($"A file is larger than {most >> 20} MB.");
            into.Write(piece, 0, read);
        }
        return into.GetBuffer().AsMemory(0, (int)into.Length);
    }

    static string FileName(string? disposition)
    {
        var named = Name(disposition) is { } header ? (header.FileNameStar is { HasValue: true } star ? star : header.FileName).Value : null;
        var name = Path.GetFileName((named ?? "").Trim('"').Replace('\\', '/'));
        return name.Length is > 0 and <= 120 ? name : "图片";
    }

    static ContentDispositionHeaderValue? Name(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var header) ? header : null;

    sealed record Upload(string Conversation, ConversationState State, Activity Activity, IReadOnlyList<Picture> Pictures, IReadOnlyList<Attachment> Attachments);
}
