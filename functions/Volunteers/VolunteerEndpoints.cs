using System.Text.Json;
using QRCoder;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Volunteers;

/// <summary>Issues volunteers' cards and takes them back (代办证).</summary>
internal static class VolunteerEndpoints
{
    public static void MapVolunteers(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/villages/{village}/volunteers", ListAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/volunteers", IssueAsync).Allow(Role.Officer);
        app.MapGet("/api/villages/{village}/volunteers/{card}", GetAsync).Allow(Role.Officer, Role.Checker);
        app.MapDelete("/api/villages/{village}/volunteers/{card}", RevokeAsync).Allow(Role.Officer);
        app.MapPost("/api/villages/{village}/volunteers/{card}/code", NewCodeAsync).Allow(Role.Officer);
        app.MapGet("/api/villages/{village}/volunteers/{card}/qr", QrAsync).Allow(Role.Officer, Role.Checker);
        app.MapCardCheck();
    }

    static async Task<IResult> ListAsync(string village, VillageStore villages, VolunteerStore store, Settings settings, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var cards = await store.AllAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("volunteers");
            foreach (var card in cards)
                Write(writer, card, settings);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> IssueAsync(string village, HttpContext http, VillageStore villages, VolunteerStore store, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var (name, phone) = Volunteer.Read(await JsonInput.ReadAsync(http.Request, stop));
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        if ((await store.AllAsync(village, stop)).FirstOrDefault(other => other.Revoked is null && Digits(other.Phone) == Digits(phone)) is { } same)
            return new Problem(StatusCodes.Status409Conflict, "volunteer-twice", $"这个电话号码已经有一张代办证：{same.Number}。要换一张，请先收回那张。", "phone");
        var card = new Volunteer(village, VolunteerStore.NewNumber(village), name, phone, clock.GetUtcNow(), http.Actor().Name, Revoked: null);
        await store.SaveAsync(card, stop);
        return await WithCodeAsync(card, store, settings, StatusCodes.Status201Created, stop);
    }

    static async Task<IResult> GetAsync(string village, string card, VolunteerStore store, Settings settings, CancellationToken stop) =>
        await store.FindAsync(village, card, stop) is { } found ? JsonText.Answer(writer => Write(writer, found, settings)) : Unknown();

    /// <summary>From now on the card counts no more, here and in the volunteer's conversation.</summary>
    static async Task<IResult> RevokeAsync(string village, string card, VolunteerStore store, TimeProvider clock, CancellationToken stop)
    {
        if (await store.FindAsync(village, card, stop) is not { } found)
            return Unknown();
        await store.SaveAsync(found with { Revoked = found.Revoked ?? clock.GetUtcNow() }, stop);
        return Results.NoContent();
    }

    static async Task<IResult> NewCodeAsync(string village, string card, VolunteerStore store, Settings settings, CancellationToken stop) =>
        await store.FindAsync(village, card, stop) is not { } found ? Unknown()
        : found.Revoked is not null ? new Problem(StatusCodes.Status409Conflict, "card-revoked", "这张代办证已经收回。请发一张新的。")
        : await WithCodeAsync(found, store, settings, StatusCodes.Status200OK, stop);

    /// <summary>The picture that is printed on the card: where anyone can check it.</summary>
    static async Task<IResult> QrAsync(string village, string card, VolunteerStore store, Settings settings, CancellationToken stop)
    {
        if (await store.FindAsync(village, card, stop) is not { } found)
            return Unknown();
        using var data = QRCodeGenerator.GenerateQrCode(CheckAddress(found, settings), QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return Results.Bytes(png.GetGraphic(8), "image/png");
    }

    static async Task<IResult> WithCodeAsync(Volunteer card, VolunteerStore store, Settings settings, int status, CancellationToken stop)
    {
        var (code, expires) = await store.NewCodeAsync(card, stop);
        return JsonText.Answer(
            writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("volunteer");
                Write(writer, card, settings);
                writer.WriteString("send", $"绑定 {code}");
                writer.WriteString("expires", expires);
                writer.WriteEndObject();
            },
            status);
    }

    static string CheckAddress(Volunteer card, Settings settings) => new Uri(settings.PublicUrl, $"/api/cards/{card.Number}").ToString();

    static void Write(Utf8JsonWriter writer, Volunteer card, Settings settings)
    {
        writer.WriteStartObject();
        writer.WriteString("number", card.Number);
        writer.WriteString("name", card.Name);
        writer.WriteString("phone", card.Phone);
        writer.WriteString("issued", card.Issued);
        writer.WriteString("issuedBy", card.IssuedBy);
        writer.WriteBoolean("valid", card.Revoked is null);
        if (card.Revoked is { } revoked)
            writer.WriteString("revoked", revoked);
        writer.WriteString("check", CheckAddress(card, settings));
        writer.WriteEndObject();
    }

    static string Digits(string phone) => string.Concat(phone.Where(char.IsAsciiDigit));

    internal static Problem Unknown() => Problem.NotFound("card-unknown", "没有这张代办证。请核对编号。");
}
