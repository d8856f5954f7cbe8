using System.Text;

namespace Shouwang.Shared.Money;

/// <summary>Amounts in capital numerals (人民币大写), as bills write them beside the figures: "壹万贰仟叁佰肆拾伍元陆角柒分".</summary>
public static class CapitalNumeral
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const string Units = "仟佰拾";

    /// <summary>Writes an amount as the payment rules ask: "壹佰元零伍分", "壹拾元整", "负叁元整".</summary>
    public static string Write(Fen amount)
    {
        var magnitude = UInt128.CreateChecked(Int128.Abs(amount.Value));
        var yuan = (ulong)(magnitude / 100);
        var jiao = (int)(magnitude / 10 % 10);
        var fen = (int)(magnitude % 10);
        var text = new StringBuilder(amount.Value < 0 ? "负" : "");
        if (yuan > 0 || magnitude == 0)
            WriteWhole(text, yuan).Append('元');
        if (jiao > 0)
            text.Append(Digits[jiao]).Append('角');
        else if (fen > 0 && yuan > 0)
            text.Append('零');
        return (fen > 0 ? text.Append(Digits[fen]).Append('分') : text.Append('整')).ToString();
    }

    /// <summary>Reads what <see cref="Write"/> writes and the forms people use: 萬, 圆, 正, 〇, everyday numerals, and printed forms that fill each place ("零拾零万伍仟零佰零拾零元零角零分").</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Fen amount)
    {
        amount = default;
        var negative = text.StartsWith("负");
        if (negative)
            text = text[1..];
        var rest = text;
        var afterYuan = rest.IndexOfAny('元', '圆', '圓');
        Int128 value = 0;
        if (afterYuan >= 0)
        {
            if (!TryReadWhole(rest[..afterYuan], out var yuan))
                return false;
            value = yuan * 100;
            rest = rest[(afterYuan + 1)..];
        }
        if (!TryReadDecimals(rest, anythingBefore: afterYuan >= 0, out var decimals))
            return false;
        value += decimals;
        if (value > long.MaxValue)
            return false;
        amount = new Fen((long)(negative ? -value : value));
        return true;
    }

    /// <summary>The worth of one numeral, 0 to 9, or −1.</summary>
    internal static int DigitOf(char c) => c switch
    {
        '零' or '〇' or '○' or '0' => 0,
        '壹' or '一' or '弌' or '壱' => 1,
        '贰' or '二' or '两' or '貳' => 2,
        '叁' or '三' or '參' or '叄' => 3,
        '肆' or '四' => 4,
        '伍' or '五' => 5,
        '陆' or '六' or '陸' => 6,
        '柒' or '七' => 7,
        '捌' or '八' => 8,
        '玖' or '九' => 9,
        _ => -1,
    };

    private static StringBuilder WriteWhole(StringBuilder text, ulong yuan)
    {
        if (yuan == 0)
            return text.Append('零');
        var (started, owesZero) = (false, false);
        for (var place = 16; place >= 0; place--)
        {
            var digit = (int)(yuan / Power(place) % 10);
            if (digit == 0)
            {
                owesZero = started;
            }
            else
            {
                text.Append(owesZero ? "零" : "").Append(Digits[digit]);
                if (place % 4 > 0)
                    text.Append(Units[3 - (place % 4)]);
                (started, owesZero) = (true, false);
            }
            if (place % 8 == 4 && yuan / Power(place) % 10_000 > 0)
                text.Append('万');
            if (place is 8 or 16 && yuan / Power(place) > 0)
                text.Append('亿');
        }
        return text;
    }

    private static ulong Power(int exponent)
    {
        var result = 1UL;
        for (var i = 0; i < exponent; i++)
            result *= 10;
        return result;
    }

    private static bool TryReadWhole(ReadOnlySpan<char> text, out Int128 value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > 40)
            return false;
        Int128 section = 0;
        var digit = -1;
        var place = 10_000;
        foreach (var c in text)
        {
            var unit = c switch { '拾' or '十' => 10, '佰' or '百' => 100, '仟' or '千' => 1000, _ => 0 };
            if (unit > 0)
            {
                // Units fall within a section of four places; a bare 拾 at its start means 壹拾.
                if (unit >= place || (digit < 0 && unit != 10))
                    return false;
                section += unit * (digit < 0 ? 1 : digit);
                place = unit;
                digit = -1;
            }
            else if (c is '万' or '萬' or '亿' or '億')
            {
                // 万 speaks of its own section, 亿 of everything before it.
                section += Math.Max(digit, 0);
                value = c is '万' or '萬' ? value + (section * 10_000) : (value + section) * 100_000_000;
                (section, digit, place) = (0, -1, 10_000);
            }
            else
            {
                var next = DigitOf(c);
                if (next < 0 || digit > 0)
                    return false;
                digit = next;
            }
        }
        value += section + Math.Max(digit, 0);
        return true;
    }

    private static bool TryReadDecimals(ReadOnlySpan<char> text, bool anythingBefore, out int fen)
    {
        fen = 0;
        var digit = -1;
        var seen = anythingBefore;
        var last = 100;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '整' or '正')
                return seen && digit <= 0 && i == text.Length - 1;
            var worth = c switch { '角' => 10, '分' => 1, _ => 0 };
            if (worth == 0)
            {
                var next = DigitOf(c);
                if (next < 0 || digit > 0)
                    return false;
                digit = next;
                continue;
            }
            if (digit < 0 || worth >= last)
                return false;
            fen += digit * worth;
            (digit, last, seen) = (-1, worth, true);
        }
        return seen && digit <= 0;
    }
}
