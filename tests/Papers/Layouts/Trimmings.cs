using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts;

/// <summary>What hospitals print around the values: type of their own, logos, watermarks, bars, squares, feet of pages.</summary>
static class Trimmings
{
    public const string Song = "'Noto Serif CJK SC'";
    public const string Hei = "'Noto Sans CJK SC'";
    public const string Mono = "'Noto Sans Mono CJK SC'";
    public const string Zen = "'WenQuanYi Zen Hei'";

    /// <summary>A page in a type of its own, whatever the scene's type is.</summary>
    public static string Page(string font, int size, string body, double leading = 1.5, string css = "") =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<div class=\"own\" style=\"font:{size}px/{leading} {font};position:relative\"><style>.own .small,.own .small td,.own .small th{{font-size:{size - 3}px}}{css}</style>{body}</div>");

    public static string Logo(Dice dice, string colour = "#2a7f6f", int size = 64)
    {
        var mark = dice.Between(0, 2) switch
        {
            0 => "<path d=\"M26 8h12v18h18v12H38v18H26V38H8V26h18z\" fill=\"#fff\"/>",
            1 => "<path d=\"M32 52C10 36 12 16 24 16c5 0 8 4 8 7 0-3 3-7 8-7 12 0 14 20-8 36z\" fill=\"#fff\"/>",
            _ => "<circle cx=\"32\" cy=\"32\" r=\"18\" fill=\"none\" stroke=\"#fff\" stroke-width=\"5\"/><path d=\"M32 14v36M14 32h36\" stroke=\"#fff\" stroke-width=\"4\"/>",
        };
        return $"<svg width=\"{size}\" height=\"{size}\" viewBox=\"0 0 64 64\" style=\"vertical-align:middle;margin-right:12px\"><circle cx=\"32\" cy=\"32\" r=\"31\" fill=\"{colour}\"/>{mark}</svg>";
    }

    /// <summary>Pale words across the page.</summary>
    public static string Watermark(string words, string colour = "#0a5a8a", int step = 320) =>
        "<svg style=\"position:absolute;inset:0;width:100%;height:100%;pointer-events:none;opacity:.10\">" + string.Concat(Enumerable.Range(0, 24).Select(i =>
            $"<text x=\"{40 + (i % 3 * 400)}\" y=\"{140 + (i / 3 * step)}\" font-size=\"44\" fill=\"{colour}\" transform=\"rotate(-24 {40 + (i % 3 * 400)} {140 + (i / 3 * step)})\">{words}</text>")) + "</svg>";

    public static string Bars(Dice dice, int width = 260, int height = 56)
    {
        var x = 0;
        var bars = "";
        while (x < width - 8)
        {
            var thick = dice.Between(1, 4);
            bars += $"<rect x=\"{x}\" y=\"0\" width=\"{thick}\" height=\"{height}\"/>";
            x += thick + dice.Between(2, 5);
        }
        return $"<svg width=\"{width}\" height=\"{height}\">{bars}</svg>";
    }

    /// <summary>What looks like a QR code and says nothing.</summary>
    public static string Squares(Dice dice, int size = 120)
    {
        static string Finder(int x, int y) => $"<rect x=\"{x}\" y=\"{y}\" width=\"7\" height=\"7\"/><rect x=\"{x + 1}\" y=\"{y + 1}\" width=\"5\" height=\"5\" fill=\"#fff\"/><rect x=\"{x + 2}\" y=\"{y + 2}\" width=\"3\" height=\"3\"/>";
        var dots = string.Concat(Enumerable.Range(0, 33 * 33).Where(_ => dice.Chance(48)).Select(i => $"<rect x=\"{i % 33}\" y=\"{i / 33}\" width=\"1\" height=\"1\"/>"));
        static string Clear(int x, int y) => $"<rect x=\"{x}\" y=\"{y}\" width=\"8\" height=\"8\" fill=\"#fff\"/>";
        return $"<svg width=\"{size}\" height=\"{size}\" viewBox=\"0 0 33 33\" shape-rendering=\"crispEdges\">{dots}{Clear(0, 0)}{Clear(25, 0)}{Clear(0, 25)}{Finder(0, 0)}{Finder(26, 0)}{Finder(0, 26)}</svg>";
    }

    /// <summary>An oval seal, as settlement offices have.</summary>
    public static string Oval(string owner, string purpose, int left, int top) =>
        $"""
        <svg class="seal" style="left:{left}px;top:{top}px" width="250" height="160" viewBox="0 0 250 160"><ellipse cx="125" cy="80" rx="120" ry="74" fill="none" stroke="#c8262c" stroke-width="4"/>
        <text x="125" y="56" font-size="20" fill="#c8262c" text-anchor="middle">{owner}</text><text x="125" y="92" font-size="24" fill="#c8262c" text-anchor="middle">{purpose}</text><text x="125" y="124" font-size="18" fill="#c8262c" text-anchor="middle">(3)</text></svg>
        """;

    public static string Foot(Sheet s, string left = "", int page = 1, int pages = 1) =>
        $"<div class=\"row small\"><span>{left}</span><span>第 {page} 页 / 共 {pages} 页</span><span>打印时间：{s.Stay.Discharged:yyyy-MM-dd} {s.Dice.Between(8, 17):D2}:{s.Dice.Between(0, 59):D2}:{s.Dice.Between(0, 59):D2}</span></div>";
}
