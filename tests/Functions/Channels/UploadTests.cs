using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Shouwang.Bot;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels;

public sealed class UploadTests(Azurite azurite) : IAsyncLifetime
{
    static readonly byte[] s_jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    static readonly byte[] s_page = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
    readonly ScriptedBot _bot = new();
    ChatApp _app = null!;

    public async ValueTask InitializeAsync() =>
        _app = await ChatApp.StartAsync(azurite, _bot, ChatApp.Options with { MostFileBytes = 100_000, MostFiles = 3 });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Several_pictures_are_one_message_and_can_be_seen_again()
    {
        using var phone = await AgreedAsync();
        var (status, answer) = await phone.PostAsync($"{phone.Upload}?userId=dl_li", Parts(("住院 1.jpg", s_jpeg), ("2.jpg", [.. s_jpeg, 4])));
        status.ShouldBe(200);
        var record = await phone.RecordAsync();
        var echo = record.Single(activity => (string?)activity["id"] == (string?)answer!["id"]);
        ((string?)echo["channelData"]!["clientActivityID"]).ShouldBe("u1");
        echo["attachments"]!.AsArray().Select(attachment => (string?)attachment!["name"]).ShouldBe(["住院 1.jpg", "2.jpg"]);
        ((string?)record[^1]["text"]).ShouldBe("收到2张照片。");
        _bot.Applied.Count(it => it.Effect is SubmitPaper).ShouldBe(2);

        using var anybody = new Phone(_app.Address, null);
        var link = new Uri((string)echo["attachments"]![0]!["contentUrl"]!);
        using var seen = await anybody.RawAsync(new(HttpMethod.Get, link));
        seen.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        seen.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await seen.Content.ReadAsByteArrayAsync()).ShouldBe(s_jpeg);
        (await anybody.GetAsync(link.AbsolutePath)).Status.ShouldBe(401);
        (await anybody.GetAsync(link.PathAndQuery + "x")).Status.ShouldBe(403);
        (await anybody.GetAsync(link.PathAndQuery.Replace(Hash(link), new string('0', 64)))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Before_consent_nothing_is_kept_and_no_link_is_given()
    {
        using var phone = await Phone.StartAsync(_app);
        await phone.PostAsync(phone.Upload, Parts(("1.jpg", s_jpeg)));
        _bot.Kept.ShouldBeEmpty();
        var attachment = (await phone.RecordAsync())[1]["attachments"]![0]!;
        attachment["contentUrl"].ShouldBeNull();
        ((string?)attachment["name"]).ShouldBe("1.jpg");
    }

    [Fact]
    public async Task One_file_may_be_the_body_itself()
    {
        using var phone = await AgreedAsync();
        var raw = new ByteArrayContent(s_jpeg);
        raw.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        raw.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "小票.jpg" };
        (await phone.PostAsync(phone.Upload, raw)).Status.ShouldBe(200);
        ((string?)(await phone.RecordAsync())[^1]["text"]).ShouldBe("收到1张照片。");
    }

    [Fact]
    public async Task What_is_no_picture_is_never_shown_as_a_page()
    {
        using var phone = await AgreedAsync();
        await phone.PostAsync(phone.Upload, Parts(("a.html", s_page)));
        var link = (string)(await phone.RecordAsync())[^2]["attachments"]![0]!["contentUrl"]!;
        using var seen = await phone.RawAsync(new(HttpMethod.Get, link));
        seen.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        seen.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_name_with_a_path_loses_the_path()
    {
        using var phone = await AgreedAsync();
        await phone.PostAsync(phone.Upload, Parts(("../../etc/passwd", s_jpeg)));
        ((string?)(await phone.RecordAsync())[^2]["attachments"]![0]!["name"]).ShouldBe("passwd");
    }

    [Fact]
    public async Task The_same_upload_tried_twice_is_one_message()
    {
        using var phone = await AgreedAsync();
        var first = await phone.PostAsync(phone.Upload, Parts(("1.jpg", s_jpeg)));
        var second = await phone.PostAsync(phone.Upload, Parts(("1.jpg", s_jpeg)));
        ((string?)second.Answer!["id"]).ShouldBe((string?)first.Answer!["id"]);
        (await phone.RecordAsync()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Another_users_id_is_refused()
    {
        using var phone = await AgreedAsync();
        (await phone.PostAsync($"{phone.Upload}?userId=dl_wang", Parts(("1.jpg", s_jpeg)))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Too_large_and_too_many_are_refused_in_words()
    {
        using var phone = await AgreedAsync();
        var (large, why) = await phone.PostAsync(phone.Upload, Parts(("1.jpg", new byte[100_001])));
        large.ShouldBe(413);
        ((string?)why!["error"]!["code"]).ShouldBe("MessageSizeTooBig");
        (await phone.PostAsync(phone.Upload, Parts([.. Enumerable.Range(0, 4).Select(i => ($"{i}.jpg", s_jpeg))]))).Status.ShouldBe(413);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"1.jpg\"\r\n\r\nabc")]
    [InlineData("multipart/form-data; boundary=x", "--x--\r\n")]
    [InlineData("multipart/form-data", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"activity\"\r\n\r\n{\"type\":\r\n--x--\r\n")]
    public async Task A_broken_upload_is_refused_and_not_recorded(string type, string body)
    {
        using var phone = await AgreedAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await phone.PostAsync(phone.Upload, content)).Status.ShouldBe(400);
        (await phone.RecordAsync()).Count.ShouldBe(3);
    }

    async Task<Phone> AgreedAsync()
    {
        var phone = await Phone.StartAsync(_app);
        await phone.SayAsync("同意");
        return phone;
    }

    static string Hash(Uri link) => link.Segments[^1];

    /// <summary>As the JavaScript client does it.</summary>
    static MultipartFormDataContent Parts(params (string Name, byte[] Bytes)[] files)
    {
        var parts = new MultipartFormDataContent();
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "forged" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = "u1" },
            ["attachments"] = new JsonArray([.. files.Select(file => new JsonObject { ["contentType"] = "image/jpeg", ["name"] = file.Name })]),
        };
        parts.Add(new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var (name, bytes) in files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            parts.Add(file, "file", name);
        }
        return parts;
    }
}
