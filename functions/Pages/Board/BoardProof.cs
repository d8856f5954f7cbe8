namespace Shouwang.Functions.Pages.Board;

/// <summary>The part of the board that says how to check it (核对说明).</summary>
internal static class BoardProof
{
    public static Html Write(BoardSheet sheet, PageFrame frame)
    {
        Html link = frame.Standalone ? Html.None : $"<p class=\"screen-only\"><a class=\"button second\" href=\"/board/{sheet.Village}/proof\">用收据上的验证码核对我的那一笔</a></p>\n";
        return $"""
            <section aria-labelledby="proof">
            <h2 id="proof">这些数字怎么核对</h2>
            <p>账上一共记了 {sheet.Seal.Entries} 笔。每一笔都参加算出下面这串“总账指纹”。有人偷偷改了哪怕一分钱，指纹就会变。拿着收据，谁都可以查自己的那一笔在不在里面，看不到别人的。</p>
            {link}<div class="panel">
            <p>总账指纹：<code>{sheet.Seal.Root}</code></p>
            <p>签名（公钥编号 {sheet.Seal.Key}）：<code>{sheet.Seal.Signature}</code></p>
            </div>
            </section>
            """;
    }
}
