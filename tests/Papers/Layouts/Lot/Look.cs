using System.Globalization;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>How one paper by lot looks: its type, its rules, what stands behind a label, where in its cell a value stands.</summary>
sealed record Look(string Font, int Size, double Leading, string Rule, string Shade, string Colon, string Side, int Padding, bool Spaced, bool Bold)
{
    private const string Ming = "'AR PL UMing CN'";
    private const string Kai = "'AR PL UKai CN'";
    private const string Micro = "'WenQuanYi Micro Hei'";

    public static Look Of(Sheet s) => new(
        s.Dice.Of([Trimmings.Song, Trimmings.Song, Trimmings.Hei, Trimmings.Zen, Trimmings.Mono, Ming, Kai, Micro]),
        s.Dice.Between(17, 23),
        s.Dice.Of([1.3, 1.45, 1.6, 1.8]),
        s.Lot("rules", ["grid", "grid", "grid", "lines", "dashes", "none"]),
        s.Dice.Of(["transparent", "transparent", "#f2f2f0", "#e9eef4"]),
        s.Lot("colon", ["：", "：", "：", ":", " "]),
        s.Dice.Of(["left", "left", "right", "center"]),
        s.Dice.Between(3, 9),
        s.Dice.Chance(20),
        s.Dice.Chance(20));

    private string Border => Rule switch
    {
        "grid" => "border:1.3px solid #333",
        "lines" => "border-bottom:1px solid #888",
        "dashes" => "border-bottom:1px dashed #777",
        _ => "border:0",
    };

    private string Css => string.Create(CultureInfo.InvariantCulture, $$"""
        .own table{margin:6px 0}.own td,.own th{padding:{{Padding}}px 7px;{{Border}};vertical-align:middle}.own .l{background:{{Shade}};padding-left:{{(Rule == "grid" ? 7 : 30)}}px;font-weight:{{(Bold ? "bold" : "normal")}}}
        .own .v{text-align:{{Side}}}.own .w{text-align:left}.own .m{white-space:nowrap}.own .c{text-align:center}.own .bare td{border:0;padding:2px 22px 2px 6px}
        .own .flow{margin:5px 0}.own .flow span{margin-right:26px;display:inline-block}.own .cols{display:grid;gap:4px 24px}.own .lead{display:flex}.own .lead i{flex:1;border-bottom:1.5px dotted #777;margin:0 8px 7px}
        .own u{padding:0 12px;text-underline-offset:5px;text-decoration-thickness:1px}.own .side{width:44px;text-align:center;line-height:1.25}.own .bar{background:#e4e8ec;padding:2px 10px;font-weight:bold}.own .part{font-weight:bold;margin-top:8px}
        .own .fixed{table-layout:fixed}.own h2{font-size:{{Size + 9}}px}.own h3{font-size:{{Size + 3}}px}.own .stack td{text-align:center}.own .panels{display:grid;grid-template-columns:1fr 1fr;gap:30px}
        """);

    public string Page(string body) => Trimmings.Page(Font, Size, body, Leading, Css);

    /// <summary>About how many pixels a text takes.</summary>
    public int Width(string text) => (int)(text.Sum(c => c < 0x2000 ? 0.58 : 1) * Size);

    /// <summary>姓　　名: the label as wide as four characters.</summary>
    public string Spread(string label) => !Spaced ? label : label.Length switch
    {
        2 => $"{label[0]}　　{label[1]}",
        3 => $"{label[0]} {label[1]} {label[2]}",
        _ => label,
    };
}
