using System.Text;

namespace Shouwang.Bot.Understanding;

/// <summary>Brings a text to one form (规范化): half width, simplified characters and plain digits. Done by hand, since the invariant culture folds nothing.</summary>
internal static class Normal
{
    private const string Traditional = "萬億兩倆貳陸幾點餘塊錢圓參叄個號選擇圖為麼樣報銷補發單費醫費總額還會這誰媽爺對錯讓說話認識這裡裏邊問題繳處裡幫頁張寫應該沒將開關見";
    private const string Simplified = "万亿两俩贰陆几点余块钱圆叁叁个号选择图为么样报销补发单费医费总额还会这谁妈爷对错让说话认识这里里边问题缴处里帮页张写应该没将开关见";

    /// <summary>For readers of numbers and the intent model: folded, without spaces between Chinese characters.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(folded, rune);
        return folded.ToString().Trim();
    }

    /// <summary>For commands: folded, without punctuation, spaces and the particles that end a sentence.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var c in Fold(text))
        {
            if (char.IsLetterOrDigit(c) || (c == '?' && bare.Length == 0))
                bare.Append(char.ToLowerInvariant(c));
        }
        var words = bare.ToString();
        while (words.Length > 1 && "吧啊呀哦呢嘛哈哟咯啦".Contains(words[^1]))
            words = words[..^1];
        return words;
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 0x3000:
                folded.Append(' ');
                break;
            case >= 0xFF01 and <= 0xFF5E:
                folded.Append((char)(rune.Value - 0xFEE0));
                break;
            case >= 0x2460 and <= 0x2468: // ①
                folded.Append((char)('1' + rune.Value - 0x2460));
                break;
            case >= 0x2776 and <= 0x277E: // ❶
                folded.Append((char)('1' + rune.Value - 0x2776));
                break;
            case 0xFE0F or 0x20E3 or 0x200B or 0x200D or 0xFEFF: // what makes a digit an emoji, and invisible joiners
                break;
            case 0x1F51F:
                folded.Append("10");
                break;
            case 0x1F44C or 0x1F44D or 0x2705 or 0x1F197: // 👌 👍 ✅ 🆗
                folded.Append('好');
                break;
            default:
                var at = rune.IsBmp ? Traditional.IndexOf((char)rune.Value) : -1;
                folded.Append(at >= 0 ? Simplified[at..(at + 1)] : rune.ToString());
                break;
        }
    }
}
