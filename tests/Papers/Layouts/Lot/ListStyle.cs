namespace Shouwang.Papers.Layouts.Lot;

/// <summary>The type, rules and measures of a list by lot.</summary>
static class ListStyle
{
    private static readonly string[] Fonts = ["'Noto Serif CJK SC'", "'Noto Sans CJK SC'", "'AR PL UMing CN'", "'AR PL UKai CN'", "'WenQuanYi Zen Hei'", "'WenQuanYi Zen Hei Mono'", "'WenQuanYi Micro Hei'", "'Noto Sans Mono CJK SC'"];

    /// <summary>The paper around a list.</summary>
    public static string Page(Sheet s, ListColumns columns, bool cards, string body)
    {
        var dice = s.Dice;
        var font = s.Lot("type", Fonts);
        var size = dice.Of([16, 17, 18, 18, 19, 20, 22]);
        var width = cards ? dice.Of([760, 900, 1000]) : columns.Names.Count < 8 ? dice.Of([1050, 1150, 1250, 1350, 1450]) : dice.Of([1350, 1450, 1550]);
        var leading = dice.Of([1.2, 1.3, 1.4, 1.55]);
        return Trimmings.Page(font, size, body, leading, $".paper{{width:{width}px!important;min-width:min-content}}.own h1{{font-size:{size + 9}px}}.own h2{{font-size:{size + 6}px}}{Css(s, columns, size)}");
    }

    private static string Css(Sheet s, ListColumns columns, int size)
    {
        var dice = s.Dice;
        var rules = s.Lot("rules", ["full", "full", "rows", "dashed", "none"]);
        var (cell, head) = rules switch
        {
            "full" => ("border:1px solid #222", ""),
            "rows" => ("border-bottom:1px solid #777", "border-top:2px solid #111;border-bottom:2px solid #111"),
            "dashed" => ("border-bottom:1px dashed #555", "border-top:1px dashed #111;border-bottom:1px dashed #111"),
            _ => ("border:0", "border-bottom:1px solid #111"),
        };
        var centred = s.Lot("figures", ["right", "right", "right", "centre", "left"]) switch { "right" => "right", "centre" => "center", _ => "left" };
        var wrapped = s.Drawn("wrapped", dice.Of<string>([("no", 6), ("name", 2), ("code", 2), ("name,code", 1)]));
        var css = $".list{{margin:6px 0}}.list td{{padding:{dice.Of(["1px 5px", "2px 6px", "4px 6px", "6px 8px"])};{cell};white-space:nowrap}}.list .heads td{{{head};font-weight:{dice.Of([400, 700])};text-align:{dice.Of(["center", "left", "inherit"])}}}" +
            $".list .heading{{font-weight:{dice.Of([400, 700])}}}.list .over{{text-align:center!important}}.list .sum{{text-align:{dice.Of(["left", "right", "center"])}}}.list .name,.list .spec,.list .maker{{white-space:normal}}" +
            $".card2{{border-bottom:1px solid #ccc;padding:6px 0}}.card2 .row{{margin:0}}.grey{{color:#555;font-size:{size - 2}px}}.grey span{{margin-right:22px}}";
        foreach (var column in columns.Names.Where(ListColumns.IsNumber))
            css += $".list .{column}{{text-align:{centred}}}";
        foreach (var column in columns.Names.Where(c => c is "class" or "unit" or "serial"))
            css += $".list .{column}{{text-align:{dice.Of(["center", "center", "left"])}}}";
        if (wrapped.Contains("name", StringComparison.Ordinal))
            css += $".list .name{{width:{size * dice.Between(7, 11)}px}}";
        if (wrapped.Contains("code", StringComparison.Ordinal))
            css += $".list .code{{white-space:normal;word-break:break-all;width:{size * dice.Between(5, 8)}px;min-width:{size * 5}px}}";
        return css;
    }
}
