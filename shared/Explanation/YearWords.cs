using System.Collections.Immutable;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Explanation;

/// <summary>A settled year in plain words (全年说明).</summary>
public static class YearWords
{
    /// <summary>Short sentences, one an element.</summary>
    public static ImmutableArray<string> Sentences(ImmutableArray<YearTotals> years) => [.. years.SelectMany(Of)];

    private static IEnumerable<string> Of(YearTotals year)
    {
        yield return year.PatientPays is { } own
            ? $"{year.Year} 年这几次住院，您自己一共付 {Explain.Yuan(own)}（{CapitalNumeral.Write(own)}）。"
            : $"{year.Year} 年您自己一共付多少，现在还不能全部算清。";
        yield return $"总费用 {Explain.Yuan(year.Total)}。";
        foreach (var layer in Vocabulary.Layers.Where(year.Paid.ContainsKey))
        {
            if (year.Paid[layer] is not { } amount)
                yield return $"{Vocabulary.Layer(layer)}一共多少，还不能算。";
            else if (amount > Fen.Zero)
                yield return $"{Vocabulary.Layer(layer)}一共 {Explain.Yuan(amount)}。";
        }
    }
}
