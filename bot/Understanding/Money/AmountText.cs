using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>Brings a text to the form amounts are read from (金额文本): folded, without thousands separators, gaps and signs.</summary>
internal static partial class AmountText
{
    [GeneratedRegex(@"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Grouping();

    /// <summary>The comma of １，２００: three figures behind it and no more.</summary>
    [GeneratedRegex(@"(?<=(?<![0-9０-９.．一二三四五六七八九十百千万])[1-9１-９][0-9０-９]{0,2})，(?=[0-9０-９]{3}(?:[.．][0-9０-９]{1,2})?\s*(?:[元块多，。！？]|$))", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex ChineseGrouping();

    [GeneratedRegex(@"(?<=[零一二三四五六七八九两几十百千万0-9])\s+(?=[零一二三四五六七八九两几十百千万块元多])|(?<=[千百万])\s+(?=[0-9])|(?<=(?<![0-9])[0-9]{1,3})\s(?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Gap();

    /// <summary>7、8千: from the one to the other.</summary>
    [GeneratedRegex("(?<![0-9一二三四五六七八九两十百千万])(?:1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9|[一两二]、[两二三]|三、四|四、五|五、六|六、七|七、八|八、九|三、五|3、5)(?=[十百千万块元])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Neighbours();

    [GeneratedRegex(@"(?:rmb|cny|人民币)\s*(?=[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Currency();

    /// <summary>2 6 0 0 元: figures typed one by one.</summary>
    [GeneratedRegex(@"(?<![0-9.]\s*)[0-9](?:\s[0-9]){2,7}(?=\s*[元块])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Spelled();

    public static string Prepare(string raw)
    {
        const string Comma = "\u0001"; // a Chinese comma stands within a number only as １，２００ and 1，200.00
        var text = Normal.Fold(ChineseGrouping().Replace(raw, "").Replace("，", Comma, StringComparison.Ordinal).Replace('○', '零')).ToLowerInvariant().Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal).Replace("万万", "亿", StringComparison.Ordinal).Replace('¥', '￥');
        text = Spelled().Replace(text, m => string.Concat(m.Value.Where(char.IsAsciiDigit)));
        text = Neighbours().Replace(Currency().Replace(text, "￥"), m => m.Value.Replace('、', '到'));
        return Gap().Replace(Grouping().Replace(text, m => m.Value.Replace(",", "", StringComparison.Ordinal)), "").Replace(Comma, ",", StringComparison.Ordinal);
    }
}
