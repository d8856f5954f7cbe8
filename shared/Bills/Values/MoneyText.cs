using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Values;

/// <summary>What an amount's characters can mean: "24,189.65", "467,50", "6603 56", and "647299" that may have lost its point.</summary>
static class MoneyText
{
    /// <summary>No stay costs as much: such figures are a number of something.</summary>
    private static readonly Fen Most = Fen.Parse("100000000");

    /// <summary>Readings of the text, likeliest first, with what each takes: 0 as printed, 1 a point mistaken for another mark, 2 a point lost, 3 whole yuan where fen were expected. Empty when the text is no amount.</summary>
    public static IReadOnlyList<(Fen Amount, int Cost)> Readings(string text)
    {
        var cleaned = Clean(text);
        if (cleaned.Length == 0)
            return [];
        var negative = cleaned[0] == '-';
        var parts = cleaned.TrimStart('-').Split('.', ',', ' ');
        var digits = string.Concat(parts);
        if (digits.Length is 0 or > 12 || !digits.All(char.IsAsciiDigit) || parts.Any(p => p.Length == 0))
            return [];
        var readings = Parse(cleaned.TrimStart('-'), parts, digits).Where(r => r.Amount < Most);
        // A rule of the table before the figures looks like a minus.
        return negative ? [.. readings.Select(r => (-r.Amount, r.Cost)), .. readings.Select(r => (r.Amount, r.Cost + 2))] : [.. readings];
    }

    private static IEnumerable<(Fen Amount, int Cost)> Parse(string text, string[] parts, string digits)
    {
        if (parts.Length == 1)
            return Bare(digits);
        var last = parts[^1];
        var mark = text[^(last.Length + 1)];
        if (!parts[1..^1].All(p => p.Length == 3))
            return [];
        return last.Length switch
        {
            2 => [(Fen.Parse($"{string.Concat(parts[..^1])}.{last}"), mark == '.' && Plain(text, last) ? 0 : 1)],
            1 when mark == '.' => LastLost($"{string.Concat(parts[..^1])}.{last}"),
            3 when mark == ',' => [(Fen.Parse(digits), 1)],
            // Two fen digits and a third mark read as a digit, or a price with more decimals.
            > 3 when last.EndsWith("00", StringComparison.Ordinal) && mark == '.' => [(Fen.Parse($"{string.Concat(parts[..^1])}.{last[..2]}"), 1)],
            // 9,57269: the grouping was read, the point was lost.
            5 when mark == ',' => [(Fen.Parse($"{digits[..^2]}.{digits[^2..]}"), 2)],
            _ => [],
        };
    }

    /// <summary>"2088.3" is 2088.30, or the last digit lies under a seal.</summary>
    private static IEnumerable<(Fen Amount, int Cost)> LastLost(string text) =>
        [(Fen.Parse(text), 1), .. Enumerable.Range(1, 9).Select(d => (Fen.Parse(text + d), 3))];

    private static bool Plain(string text, string last) => text[..^(last.Length + 1)].All(c => c is ',' || char.IsAsciiDigit(c));

    private static IEnumerable<(Fen Amount, int Cost)> Bare(string digits)
    {
        if (digits.All(c => c == '0'))
            return [(Fen.Zero, digits.Length == 1 ? 0 : 1)];
        return digits.Length <= 2
            ? [(Fen.Parse(digits), 3)]
            : [(Fen.Parse($"{digits[..^2]}.{digits[^2..]}"), 2), (Fen.Parse(digits), 3)];
    }

    /// <summary>Takes currency signs and units away and puts right letters that stand among digits.</summary>
    private static string Clean(string text)
    {
        var cleaned = text.Trim().Trim(':', '¥', '￥', '元', '.', '-', '*', ' ', '_', '|', '(', ')', '[', ']', '；', ';', '，', ',', '。').Trim();
        cleaned = cleaned.Replace("¥", "", StringComparison.Ordinal).Replace('。', '.').Replace('·', '.').Replace('，', ',').Replace('、', '.').Replace("..", ".", StringComparison.Ordinal).Replace(". ", ".", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal);
        if (text.TrimStart(':', '¥', ' ').StartsWith('-'))
            cleaned = "-" + cleaned;
        if (!cleaned.Any(char.IsAsciiDigit))
            return cleaned is "O" or "o" ? "0" : "";
        return string.Concat(cleaned.Select(c => c switch { 'O' or 'o' or 'Q' or 'D' => '0', 'l' or 'I' or '|' => '1', _ => c }));
    }
}
