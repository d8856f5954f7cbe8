using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>POST /api/readings: one picture in, its reading or what is wrong with it out.</summary>
public sealed class ReadingTests(WholeSystem system)
{
    static readonly Uri s_readings = new("api/readings", UriKind.Relative);

    [Theory]
    [InlineData("words", "photo-not-a-picture")]
    [InlineData("an empty file", "photo-empty")]
    [InlineData("a truncated JPEG", "photo-damaged")]
    [InlineData("25 MB", "photo-too-large")]
    [InlineData("a malformed PDF", "photo-damaged")]
    [InlineData("a broken HEIC", "photo-damaged")]
    [InlineData("a thumbnail", "photo-too-small")]
    public async Task A_file_that_will_not_do_is_refused_with_a_code_and_words(string what, string code)
    {
        using var answer = await PostAsync(BadPhotos.Make(what));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldBeProblemAsync(answer, code);
    }

    [Theory]
    [InlineData("a blank wall")]
    [InlineData("a blurred page")]
    public async Task A_page_nobody_can_read_is_answered_with_advice(string what)
    {
        using var answer = await PostAsync(BadPhotos.Make(what));
        var quality = (await ReadAsync(answer))["quality"]!;
        quality["readable"]!.GetValue<bool>().ShouldBeFalse();
        Chinese.Is(quality["advice"]!.GetValue<string>()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("upside-down-discharge-record", "discharge-record", "name", "周桂兰")]
    [InlineData("exif-turned-settlement-sheet", "settlement-sheet", "cashPaid", "4556.65")]
    [InlineData("other-person-discharge-record", "discharge-record", "name", "吕海金")]
    [InlineData("shopping-receipt", "other", null, null)]
    public async Task A_picture_is_read(string picture, string kind, string? field, string? value)
    {
        using var answer = await PostAsync(Photo.Other(picture));
        var reading = await ReadAsync(answer);
        reading["kind"]!.GetValue<string>().ShouldBe(kind);
        if (field is not null) reading["fields"]![field]!["value"]!.GetValue<string>().ShouldBe(value);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "key-missing")]
    [InlineData("wrong", HttpStatusCode.Forbidden, "key-wrong")]
    public async Task Without_the_key_nothing_is_read(string? key, HttpStatusCode status, string code)
    {
        using var http = new HttpClient { BaseAddress = system.Local.Address };
        if (key is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var body = new ByteArrayContent(SampleClaim.FeeList.Bytes);
        using var answer = await http.PostAsync(s_readings, body);
        answer.StatusCode.ShouldBe(status);
        await ShouldBeProblemAsync(answer, code);
    }

    async Task<HttpResponseMessage> PostAsync(Photo photo)
    {
        using var body = new ByteArrayContent(photo.Bytes);
        return await system.Http.PostAsync(s_readings, body);
    }

    static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    static async Task ShouldBeProblemAsync(HttpResponseMessage answer, string code)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        problem["code"]!.GetValue<string>().ShouldBe(code);
        Chinese.Is(problem["detail"]!.GetValue<string>()).ShouldBeTrue();
    }
}
