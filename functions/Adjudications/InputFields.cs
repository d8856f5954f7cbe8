using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Adjudications;

/// <summary>Fields of these requests that are not plain text, dates or amounts (请求字段); a fault names the field and what may stand there.</summary>
internal static class InputFields
{
    /// <summary>A word out of a list.</summary>
    public static string? Word(this JsonInput input, string name, ImmutableArray<string> words, string code, string what)
    {
        var word = input.OptionalText(name, 100);
        return word is null || words.Contains(word) ? word
            : throw input.Fault(name, code, $"不认识这个{what}，可以填：{string.Join("、", words)}");
    }

    /// <summary>A whole number between two others.</summary>
    public static int? Whole(this JsonInput input, string name, int least, int most)
    {
        if (!input.Has(name))
            return null;
        var value = input.Element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw input.Fault(name, "number-out-of-range", $"要填 {least} 到 {most} 之间的整数，不加引号");
    }

    /// <summary>True, false, or not said.</summary>
    public static bool? Flag(this JsonInput input, string name) =>
        !input.Has(name) ? null
        : input.Element.GetProperty(name).ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw input.Fault(name, "flag-expected", "要填 true 或 false，不加引号"),
        };

    /// <summary>Amounts by name, out of a list of names where one is given, together at most so much.</summary>
    public static ImmutableSortedDictionary<string, Fen> Amounts(this JsonInput input, string name, ImmutableArray<string>? keys, string code, Fen? most)
    {
        var amounts = ImmutableSortedDictionary.CreateBuilder<string, Fen>(StringComparer.Ordinal);
        var sum = Fen.Zero;
        foreach (var (key, owner) in input.Names(name))
        {
            if (keys is { } known && !known.Contains(key))
                throw owner.Fault(key, code, $"这里没有这一项，可以填：{string.Join("、", known)}");
            if (owner.OptionalAmount(key) is not { } amount)
                continue;
            amounts[key] = amount;
            sum += amount;
        }
        return most is { } total && sum > total
            ? throw input.Fault(name, "paid-above-total", "加起来比总费用还多，请核对")
            : amounts.ToImmutable();
    }
}
