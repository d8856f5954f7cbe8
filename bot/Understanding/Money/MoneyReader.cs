using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>A number with what is said behind it of 元, 角 and 分 (读钱数).</summary>
/// <param name="Value">In millionths of a yuan; null where it is no readable amount and nothing in it may be taken for one.</param>
/// <param name="NumberEnd">Where the number ends, before 块.</param>
/// <param name="Unit">Whether a unit of money was said.</param>
internal sealed record MoneyRead(Span? Value, IReadOnlyList<Token> Parts, int Start, int NumberEnd, int End, bool Unit);

/// <summary>money → number (块|元) (digit 毛 (digit 分) | digit | digit digit | 半 | 整) | number 毛 (digit 分) | number 分钱.</summary>
internal static partial class MoneyReader
{
    private const string D = "[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖]";

    private const string Rest = "(?![0-9万千百十" + AmountContext.Counted + "])";

    [GeneratedRegex(
        @"\G(?:(?<yuan>块钱|块(?!儿)洋钿|块(?![儿头])|元(?![旦宵月])钱?|圆|蚊|rmb|人民币|洋钿)"
        + "(?:零?(?<jiao>" + D + ")[毛角](?:钱|零?(?<fen>" + D + ")(?:分钱?|" + Rest + "))?|零?(?<fen>" + D + ")分钱?|(?<jiao>" + D + ")(?<fen>" + D + ")?" + Rest + "|(?<half>半)|[整正])?"
        + "|(?<mao>[毛角](?![病刺落度]))(?:(?<fen>" + D + ")(?:分钱?|" + Rest + "))?钱?|(?<cent>分钱|(?<=[壹贰叁肆伍陆柒捌玖])分))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Behind();

    /// <summary>Reads what begins here; null where no number does.</summary>
    public static MoneyRead? At(string text, int at)
    {
        var (parts, end) = Tokens.At(text, at);
        if (parts.Count == 0)
            return null;
        while (parts.Count > 1 && parts[^1].Mark == Mark.Point)
            (parts, end) = ([.. parts.SkipLast(1)], end - 1);
        var number = NumberReader.Read(parts);
        var behind = Behind().Match(text, end);
        if (!behind.Success)
            return new(number, parts, at, end, end, false);
        var after = behind.Index + behind.Length;
        var whole = after >= text.Length || text[after] is not ('毛' or '角' or '分');
        return new(whole ? Value(number, behind) : null, parts, at, end, after, true);
    }

    private static Span? Value(Span? number, Match behind)
    {
        if (number is not { } value)
            return null;
        var fen = (10 * Digit(behind.Groups["jiao"])) + Digit(behind.Groups["fen"]) + (behind.Groups["half"].Success ? 50 : 0);
        if (behind.Groups["cent"].Success)
            return new(value.Min / 100, value.Max / 100, value.Exact);
        if (behind.Groups["mao"].Success)
            value = new(value.Min / 10, value.Max / 10, value.Exact);
        return fen > 0 && (!value.Exact || (!behind.Groups["mao"].Success && value.Min % Span.One != 0)) ? null : value + Span.Of(fen * (Span.One / 100));
    }

    private static int Digit(Group group) => !group.Success ? 0 : char.IsAsciiDigit(group.Value[0]) ? group.Value[0] - '0' : Numeral.Digit(group.Value[0]);
}
