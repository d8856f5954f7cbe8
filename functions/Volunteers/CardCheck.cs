using System.Net;
using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Volunteers;

/// <summary>Anyone may check a card (验证代办证): valid or not, which village, the name masked, and no more. A page for people, JSON for programs.</summary>
internal static class CardCheck
{
    public static void MapCardCheck(this IEndpointRouteBuilder app) => app.MapGet("/api/cards/{card}", CheckAsync).OpenToAll();

    static async Task<IResult> CheckAsync(string card, HttpContext http, VolunteerStore store, VillageStore villages, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var number = card.Trim().ToUpperInvariant();
        var found = Volunteer.IsNumber(number) ? await store.FindAsync(number[..12], number, stop) : null;
        var village = found is null ? null : await villages.FindAsync(found.Village, stop);
        var page = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (found is null || village is null)
            return page ? Page(StatusCodes.Status404NotFound, "没有这张代办证", "请核对编号。要是有人拿着它来收您的单据，先别给，打电话问村里。") : VolunteerEndpoints.Unknown();
        var valid = found.Revoked is null;
        if (!page)
        {
            return JsonText.Answer(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("valid", valid);
                writer.WriteString("village", village.Name);
                writer.WriteString("name", found.MaskedName);
                writer.WriteEndObject();
            });
        }

        return valid
            ? Page(StatusCodes.Status200OK, "这张代办证有效", $"{village.Name}医疗互助会的代办员：{found.MaskedName}。他只帮您拍单据、交资料，不收钱，不问密码。")
            : Page(StatusCodes.Status200OK, "这张代办证已经收回", $"{village.Name}医疗互助会已经收回这张证（{found.MaskedName}）。请不要把单据交给他，有事打电话问村里。");
    }

    static IResult Page(int status, string headline, string words) => Results.Content(
        $$"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <title>代办证查验</title><style>body{font:1.25rem/1.8 sans-serif;margin:2rem auto;max-width:30rem;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.6rem}</style></head>
        <body><main><h1>{{WebUtility.HtmlEncode(headline)}}</h1><p>{{WebUtility.HtmlEncode(words)}}</p></main></body></html>
        """,
        "text/html; charset=utf-8",
        Encoding.UTF8,
        status);
}
