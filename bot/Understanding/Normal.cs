using System.Collections.Frozen;
using System.Text;

namespace Shouwang.Bot.Understanding;

/// <summary>Brings a text to one form (规范化): half width, simplified characters and plain digits. Done by hand, since the invariant culture folds nothing.</summary>
internal static class Normal
{
    /// <summary>Traditional characters, each followed by its simplified form: those of this matter, not of the language.</summary>
    private const string Pairs =
        "萬万億亿兩两倆俩貳贰陸陆幾几點点餘余塊块錢钱圓圆參叁叄叁個个號号選选擇择圖图為为麼么樣样報报銷销補补發发單单費费醫医總总額额還还會会這这誰谁媽妈爺爷對对錯错讓让說说話话認认識识裡里裏里邊边問问題题繳缴處处幫帮頁页張张寫写應应該该沒没將将開开關关見见鈔钞資资據据證证記记錄录結结進进嗎吗們们來来時时後后給给轉转賬账帳账戶户電电聯联繫系傳传藥药辦办請请謝谢刪删異异議议舉举騙骗領领現现線线歲岁婦妇兒儿從从歷历臘腊閏闰農农曆历陰阴陽阳腦脑腫肿術术檢检驗验項项條条種种東东縣县鄉乡鎮镇衛卫級级";

    private static readonly FrozenDictionary<char, char> Simplified = Pairs.Chunk(2).ToFrozenDictionary(p => p[0], p => p[1]);

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
            case 0x274C or 0x2716 or 0x1F44E or 0x1F645: // ❌ ✖ 👎 🙅
                folded.Append('错');
                break;
            default:
                folded.Append(rune.IsBmp && Simplified.TryGetValue((char)rune.Value, out var simple) ? simple.ToString() : rune.ToString());
                break;
        }
    }
}
