using System.Text;

namespace Shouwang.Recognizer.Recognition;

/// <summary>
/// Chooses among what the model held possible where hospital papers leave little doubt (形近字). Each choice keeps the probability the model gave it,
/// and nothing is chosen by knowing what a figure should be.
/// </summary>
static class LookAlikes
{
    const string CapitalNumerals = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正";
    const string CapitalFigures = "壹贰叁肆伍陆柒捌玖";
    const string CapitalUnits = "佰仟万";
    const int SurelyAnAmount = 4;

    // What stands after the first character of each is hardly ever anything else.
    static readonly string[] Pairs = ["医嘱", "遗嘱", "逐瘀", "化瘀", "祛瘀", "甲类", "乙类", "丙类"];

    public static List<ReadCharacter> Choose(List<ReadCharacter> characters)
    {
        if (characters.Count == 1)
            return [LoneLetter(characters[0])];
        var chosen = new List<ReadCharacter>(characters);
        for (var i = 1; i < chosen.Count; i++)
            chosen[i] = AfterIts(chosen[i - 1], chosen[i]);
        InCapitals(chosen);
        return chosen;
    }

    /// <summary>A cell that holds nothing but a Z says 乙 (class B of the medicines list): to the model the two are one shape, so they share their probability.</summary>
    static ReadCharacter LoneLetter(ReadCharacter read) => read.Value.Value is 'Z' or 'z'
        ? read with { Value = new('乙'), Probability = Math.Min(1, read.Probability + (read.Candidate(new Rune('乙')) ?? 0)) }
        : read;

    static ReadCharacter AfterIts(ReadCharacter before, ReadCharacter read)
    {
        if (read.Others.Count == 0)
            return read;
        foreach (var pair in Pairs)
        {
            if (pair[0] == before.Value.Value && pair[1] != read.Value.Value && read.Candidate(new Rune(pair[1])) is { } probability)
                return read with { Value = new(pair[1]), Probability = probability };
        }
        return read;
    }

    /// <summary>Between the first and the last capital numeral of an amount in words only capital numerals stand.</summary>
    static void InCapitals(List<ReadCharacter> characters)
    {
        if (characters.Count(c => IsCapital(c.Value)) < SurelyAnAmount)
            return;
        var (first, last) = (characters.FindIndex(c => IsCapital(c.Value)), characters.FindLastIndex(c => IsCapital(c.Value)));
        if (characters.Skip(first).Take(last - first + 1).Count(c => !IsCapital(c.Value)) > SurelyAnAmount / 2)
            return;
        for (var i = first; i <= last; i++)
        {
            if (!IsCapital(characters[i].Value) && characters[i].Others.FirstOrDefault(other => IsCapital(other.Value)) is { Probability: > 0 } capital)
                characters[i] = characters[i] with { Value = capital.Value, Probability = capital.Probability };
        }
        // 仟 does not begin an amount: what stands before it says how many.
        if (first > 0 && Among(characters[first].Value, CapitalUnits) && characters[first - 1].Others.FirstOrDefault(other => Among(other.Value, CapitalFigures)) is { Probability: > 0 } figure)
            characters[first - 1] = characters[first - 1] with { Value = figure.Value, Probability = figure.Probability };
    }

    static bool IsCapital(Rune rune) => Among(rune, CapitalNumerals);

    static bool Among(Rune rune, string these) => rune.IsBmp && these.Contains((char)rune.Value);
}
