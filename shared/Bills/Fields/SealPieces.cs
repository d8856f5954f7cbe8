using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Words of a stamp that were read among a paper's own (印章文字): pieces of the hospital's name as the paper prints it, and what stands in the middle of stamps.</summary>
sealed record SealPieces(IReadOnlyList<string> Hospitals)
{
    private static readonly string[] Middles = ["收费专用章", "医疗专用章", "诊断证明专用章", "结算专用章", "业务专用章", "财务专用章", "出院专用章", "医保专用章", "公章", "现金收讫", "监制章", "异地就医直接结算专用章", "医保结算专用章", "病案专用章"];

    public static SealPieces Of(IReadOnlyList<TextRow> rows) =>
        new([.. rows.SelectMany(r => Snippet.Split(r.Glyphs)).Select(s => TextValues.Hospital(s.Text)).OfType<string>().Where(h => h.Length >= 5).Distinct(StringComparer.Ordinal)]);

    /// <summary>How many glyphs before a list's number are a piece of a stamp: 云岭|2、心房颤动.</summary>
    public int Before(IReadOnlyList<Glyph> glyphs)
    {
        var han = glyphs.TakeWhile(g => TextFold.IsHan(g.Char)).Count();
        var at = han + glyphs.Skip(han).TakeWhile(g => g.IsBlank).Count();
        return han is >= 2 and <= 6 && glyphs.Count > at + 2 && char.IsAsciiDigit(glyphs[at].Char) && glyphs[at + 1].Char is '、' or '.' or ')' && Has(string.Concat(glyphs.Take(han).Select(g => g.Char))) ? at : 0;
    }

    /// <summary>住院收费专用章, whatever the page prints elsewhere.</summary>
    public static bool IsMiddle(string text) => TextFold.Squeeze(text).EndsWith("专用章", StringComparison.Ordinal);

    public bool Has(string text)
    {
        var squeezed = TextFold.Squeeze(text).Trim('-', '.', '_', '*', '·');
        return IsMiddle(squeezed) || (squeezed.Length >= 2 && ((squeezed.Length <= 6 && (squeezed.EndsWith("医院", StringComparison.Ordinal) || squeezed.EndsWith("卫生院", StringComparison.Ordinal))) || Hospitals.Any(h => h.Contains(squeezed, StringComparison.Ordinal)) || Middles.Any(m => m.Contains(squeezed, StringComparison.Ordinal))));
    }
}
