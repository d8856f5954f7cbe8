namespace Shouwang.Bot.Understanding.Numbers;

/// <summary>Digits and units, everyday, capital and dialect (数字用字).</summary>
internal static class Numeral
{
    /// <summary>0–9; −1 where the character is no digit.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' or '幺' => 1,
        '二' or '贰' or '两' or '俩' => 2,
        '三' or '叁' or '仨' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>10 to 100,000,000; 0 where the character is no unit.</summary>
    public static long Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' or 'k' => 1_000,
        '万' or 'w' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };
}
