using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Values;

/// <summary>Capital numerals as a recogniser gives them: few characters, so what it confuses them with is known.</summary>
static class CapitalText
{
    /// <summary>The amount in the longest stretch of capital numerals, the text put right, and whether anything had to be put right.</summary>
    public static (Fen Amount, string Text, bool Mended, int Start, int End)? Read(string text)
    {
        var start = -1;
        (Fen, string, bool, int, int)? best = null;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (text[i] is ' ' or Glyph.Gap || Decode(text[i]) != '\0');
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            if (Parse(text[start..i]) is { } parsed && (best is null || i - start > best.Value.Item5 - best.Value.Item4))
                best = (parsed.Amount, parsed.Text, parsed.Mended, start, i);
            start = -1;
        }
        return best;
    }

    private static (Fen Amount, string Text, bool Mended)? Parse(string raw)
    {
        var squeezed = string.Concat(raw.Where(c => c is not (' ' or Glyph.Gap)));
        var decoded = string.Concat(squeezed.Select(Decode));
        if (decoded.Length < 3 || !CapitalNumeral.TryRead(decoded, out var amount))
            return null;
        var printed = string.Concat(squeezed.Select(Printed));
        return (amount, printed, !string.Equals(printed, squeezed, StringComparison.Ordinal));
    }

    /// <summary>The character as the paper has it: 圆 and 正 stay, 园 and 武 can only be 圆 and 贰.</summary>
    private static char Printed(char c) => c switch
    {
        '〇' or '圆' or '圓' or '正' or '萬' or '億' or '貳' or '參' or '叄' or '陸' or '壱' => c,
        '园' => '圆',
        _ => Decode(c),
    };

    private static char Decode(char c) => c switch
    {
        '零' or '〇' or '霉' or '雪' => '零',
        '壹' or '壶' or '壺' or '臺' or '壱' => '壹',
        '贰' or '武' or '貳' or '贡' or '贲' or '赋' => '贰',
        '叁' or '參' or '叄' or '参' or '卷' => '叁',
        '肆' or '肄' or '隶' => '肆',
        '伍' or '位' or '五' => '伍',
        '陆' or '陸' or '阳' => '陆',
        '柒' or '来' or '染' or '洪' => '柒',
        '捌' or '别' or '扒' or '拐' => '捌',
        '玖' or '玫' or '致' or '政' => '玖',
        '拾' or '抬' or '捡' or '恰' => '拾',
        '佰' or '百' or '伯' or '值' => '佰',
        '仟' or '千' or '件' or '什' or '任' or '扦' or '忏' => '仟',
        '万' or '萬' or '方' => '万',
        '亿' or '億' => '亿',
        '元' or '圆' or '圓' or '无' or '园' => '元',
        '角' or '甬' or '用' => '角',
        '分' or '兮' => '分',
        '整' or '正' => '整',
        '负' => '负',
        _ => '\0',
    };
}
