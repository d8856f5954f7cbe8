using System.Globalization;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Photo;

/// <summary>The page that the browser shows: a paper on a table, light and lens included.</summary>
static class Scene
{
    private const string Css =
        """
        *{box-sizing:border-box} body{margin:0;overflow:hidden}
        .scene{position:relative;overflow:hidden;display:inline-block}
        .paper{position:relative;background:#fdfdfb;padding:48px 56px 60px;font:22px/1.6 "Noto Serif CJK SC";color:#1b1b1e;box-shadow:0 6px 30px #0006}
        .sans .paper{font-family:"Noto Sans CJK SC"} .zen .paper{font-family:"WenQuanYi Zen Hei"}
        h1{font-size:36px;text-align:center;margin:8px 0} h2{font-size:31px;text-align:center;margin:8px 0} h3{font-size:24px;margin:14px 0 4px} p{margin:8px 0}
        table{border-collapse:collapse;width:100%;margin:12px 0} td,th{padding:5px 7px;text-align:left;font-weight:normal} .n{text-align:right}
        .grid td,.grid th{border:1.5px solid #333} .grid .l{background:#f4f4f2;white-space:nowrap} .lines tr{border-bottom:1px solid #999} .lines tr:first-child{border-top:2px solid #333;border-bottom:2px solid #333}
        .small,.small td,.small th{font-size:19px} .tall{height:170px;vertical-align:top} .tallrows td{padding:9px 14px}
        .row{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:26px;margin:6px 0} .right{text-align:right;margin:14px 0} .section{margin:12px 0;text-align:justify} .head{font-size:26px;border-bottom:2px solid #333}
        .two{display:grid;grid-template-columns:1fr 1fr;row-gap:6px} .form p{line-height:2.1} .form u{padding:0 14px;text-underline-offset:6px;text-decoration-thickness:1px} .box{border:1.5px solid #333;padding:6px 10px} .lines2 p{line-height:1.9}
        .matrix{font-family:"WenQuanYi Zen Hei Mono","WenQuanYi Zen Hei";color:#3a3a4a;letter-spacing:.5px} .dots td,.dots th{padding:3px 8px}
        .red{color:#b33;font-style:normal} .redgrid td,.redgrid th{border-color:#c55} .redgrid td:nth-child(odd),.redgrid th{color:#b33} .printed{display:inline-block;color:#2a2a4a;font-family:"WenQuanYi Zen Hei";transform:translate(var(--dx),var(--dy))}
        .green{color:#2d7d4f;font-style:normal} .greengrid td,.greengrid th{border-color:#4a9a6c} .greengrid th{color:#2d7d4f}
        .phone{background:#fff;margin:-30px -40px;padding:14px 30px;font-family:"Noto Sans CJK SC"} .bar{background:#f4f6f8;padding:10px} .big{font-size:46px;text-align:center;color:#c33} .kv{display:flex;justify-content:space-between;padding:9px 4px;border-bottom:1px solid #eee} .kv span:first-child{color:#777} .tight{padding:2px 4px;border:0} .tight span:first-child{color:inherit} .buttons{text-align:center;background:#2b6de5;color:#fff;padding:12px}
        .plaincard{height:auto;min-height:500px;background:linear-gradient(60deg,#f3f7ee,#eef2fa)}
        .seal{position:absolute;opacity:.62;mix-blend-mode:multiply;transform:rotate(-12deg)}
        .card{position:relative;height:540px;font:34px/1.5 "Noto Sans CJK SC";padding:10px;background:linear-gradient(120deg,#eef4f8,#f8f1ee)} .card i{font-style:normal;color:#3a7bb0;font-size:28px;margin-right:14px} .card .addr{width:560px} .card .no{position:absolute;bottom:6px} .face{position:absolute;right:40px;top:60px;width:250px}
        .shade,.grain,.crease{position:absolute;inset:0;pointer-events:none} .crease{background:linear-gradient(92deg,transparent 48.6%,#0003 49.6%,#fff8 50.2%,transparent 51.2%),linear-gradient(178deg,transparent 32.6%,#0002 33.4%,#fff6 34%,transparent 35%)}
        """;

    public static string Html(string body, int width, Pose pose, Dice dice, int quarterTurns)
    {
        var culture = CultureInfo.InvariantCulture;
        var flat = pose.Scale >= 1 && pose.Shadow == 0;
        var table = dice.Of(["#8a6f55", "#b9b4ab", "#5d6b73", "#a58a6a", "#d8d2c4"]);
        var margin = flat ? 0 : width / 22;
        var font = dice.Of(["", "sans", "zen"]);
        var offset = string.Create(culture, $"--dx:{dice.Real(-pose.DotOffset, pose.DotOffset):F1}px;--dy:{dice.Real(-pose.DotOffset, pose.DotOffset):F1}px");
        var shade = string.Create(culture, $"background:linear-gradient({pose.ShadowAngle}deg,rgba(20,16,10,{pose.Shadow:F2}),transparent 65%)");
        var crease = pose.Crease ? "<div class=\"crease\"></div>" : "";
        var grain = pose.Noise == 0 ? "" : string.Create(culture,
            $"<svg class=\"grain\" width=\"100%\" height=\"100%\" style=\"opacity:{pose.Noise:F2};mix-blend-mode:hard-light\"><filter id=\"g\"><feTurbulence type=\"fractalNoise\" baseFrequency=\"0.8\" numOctaves=\"2\" seed=\"{dice.Between(1, 999)}\"/><feColorMatrix type=\"saturate\" values=\"0.3\"/></filter><rect width=\"100%\" height=\"100%\" filter=\"url(#g)\"/></svg>");
        var turn = quarterTurns == 0 ? "" : $"<script>{{const s=document.querySelector('.scene'),w=s.offsetWidth,h=s.offsetHeight,q={quarterTurns};s.style.transformOrigin='0 0';s.style.transform=q==1?`translate(${{h}}px,0) rotate(90deg)`:q==2?`translate(${{w}}px,${{h}}px) rotate(180deg)`:`translate(0,${{w}}px) rotate(270deg)`;}}</script>";
        return string.Create(culture, $"""
            <!doctype html><meta charset="utf-8"><style>{Css}</style>
            <body class="{font}"><div class="scene" style="background:{table};padding:{margin}px"><div style="filter:blur({pose.Blur:F2}px)">
            <div class="paper" style="width:{width}px;transform:{(flat ? "none" : pose.Transform)};{offset}">{body}{crease}</div></div>
            <div class="shade" style="{shade}"></div>{grain}</div>{turn}</body>
            """);
    }
}
