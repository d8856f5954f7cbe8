namespace Shouwang.Functions.Pages.Board;

/// <summary>The page on which the holder of a receipt checks that his entry is inside the published total (凭证核对页). The check itself runs in his browser: assets/proof.js.</summary>
internal static class ProofHtml
{
    public static string Write(string village, string name, string officer, string phone, PageFrame frame) => WordsHtml.Document($"核对我的那一笔 · {name}", $"{name}<small>核对我的那一笔</small>", frame, Html.None, $"""
        <p>收据上印着编号和验证码。填在下面，您手机里的浏览器会自己算一遍：您的那一笔，是不是原样记在村里的总账里。</p>
        <p>验证码不会发出去，别人看不到您的那一笔，您也看不到别人的。</p>
        <form class="panel" id="proof" data-village="{village}" novalidate>
        <div class="field"><label for="entry">收据编号</label><input id="entry" name="entry" inputmode="numeric" autocomplete="off" required></div>
        <div class="field"><label for="code">验证码</label><span class="hint" id="code-hint">十六个字母和数字，例如 7K2M-90QX-…。中间的横线可以不填。</span><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint" required></div>
        <div class="actions"><button>核对</button></div>
        </form>
        <div id="answer" role="status"></div>
        <noscript><p class="note">核对要打开浏览器的 JavaScript。不方便的话，请带着收据找{officer}，电话 {phone}，当面核对。</p></noscript>
        <h2>这是怎么回事</h2>
        <ul>
        <li>村里的每一笔账都有一个“指纹”，所有指纹再合成一个“总账指纹”，贴在村里的公示上。</li>
        <li>哪怕改动一分钱，总账指纹就对不上墙上贴的了。</li>
        <li>算出来的总账指纹，请您和墙上贴的、公示页上的对一对：开头、结尾几个字一样就行。</li>
        </ul>
        <p><a href="/board/{village}">回到公示</a></p>
        """, Html.None);
}
