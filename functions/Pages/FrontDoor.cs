using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Pages;

/// <summary>The bare address, with the ways in (首页), and what is said where nothing is (没有这一页).</summary>
internal static class FrontDoor
{
    static readonly Problem s_nothing = Problem.NotFound("address-unknown", "没有这个地址。请核对网址，接口见 /api/openapi.json。");

    static readonly Html s_none = $"<p>还没有开通的村。</p>";

    /// <summary>Whoever asks for a page at the bare address gets it. Without that word it is the host, asking whether this process is ready.</summary>
    public static void UseFrontDoor(this WebApplication app)
    {
        var (files, villages) = (app.Services.GetRequiredService<WebFiles>(), app.Services.GetRequiredService<VillageDirectory>());
        app.Use(async (http, next) =>
        {
            if (http.Request.Path == "/" && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && WantsPage(http))
                await Page(http, Home(await villages.AllAsync(http.RequestAborted), PageFrame.Served(files))).ExecuteAsync(http);
            else
                await next(http);
        });
    }

    /// <summary>An answer that says nothing but "not there" says so in words: to a browser as a page, to a program as a problem.</summary>
    public static void UseWordsWhereNothingIs(this WebApplication app)
    {
        var files = app.Services.GetRequiredService<WebFiles>();
        app.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            if (http.Response.StatusCode is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed))
                return;
            IResult said = WantsPage(http)
                ? Page(http, Nothing(PageFrame.Served(files)))
                : s_nothing with { Status = http.Response.StatusCode };
            await said.ExecuteAsync(http);
        });
    }

    static bool WantsPage(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    static IResult Page(HttpContext http, string html) => http.Page(PageFile.Of("page.html", Encoding.UTF8.GetBytes(html)), PagePolicy.Written);

    static string Home(IReadOnlyList<VillageCard> villages, PageFrame frame) => WordsHtml.Document("守望 · 村里的医疗互助", $"守望<small>村里的医疗互助</small>", frame, Html.None, $"""
        <p>村里人一起凑钱，谁住院了，村里照定好的方案补一笔。把住院的单子拍照发来，就知道能补多少、为什么。</p>
        <h2>村民请找自己的村</h2>
        {(villages.Count == 0 ? [s_none] : villages.OrderBy(village => village.Code, StringComparer.Ordinal).Select(Ways))}
        <h2>工作人员</h2>
        <div class="actions"><a class="button second" href="/desk">村务台（村里的经办人、复核人）</a><a class="button second" href="/county">县级总览（县管理员）</a></div>
        """, Html.None);

    static Html Ways(VillageCard village) => $"""
        <section class="panel"><h3>{village.Name}</h3>
        <div class="actions"><a class="button" href="/chat?village={village.Code}">交单子、问事情</a><a class="button second" href="/board/{village.Code}">看公示</a></div></section>

        """;

    static string Nothing(PageFrame frame) => WordsHtml.Document("没有这一页", $"没有这一页", frame, Html.None, $"""
        <p>这个网址不对，或者这一页已经没有了。请核对网址，或者重新扫村里的二维码。</p>
        <p><a href="/">到首页找自己的村</a></p>
        """, Html.None);
}
