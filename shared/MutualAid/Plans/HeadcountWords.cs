using System.Collections.Frozen;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Ages and sexes as people write them (年龄和性别的写法).</summary>
public static class HeadcountWords
{
    /// <summary>The span "75+" stands for: older people are few.</summary>
    const int OpenEnd = 14;

    /// <summary>Every way a sex is written.</summary>
    public static FrozenDictionary<string, Sex> Sexes { get; } = new Dictionary<string, Sex>(StringComparer.OrdinalIgnoreCase)
    {
        ["男"] = Sex.Male,
        ["女"] = Sex.Female,
        ["不详"] = Sex.Unknown,
        ["male"] = Sex.Male,
        ["female"] = Sex.Female,
        ["unknown"] = Sex.Unknown,
        ["m"] = Sex.Male,
        ["f"] = Sex.Female,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>"67", "65-74", "65—74岁", "75+", "75岁以上", "不详". False where it is none of them.</summary>
    /// <param name="ages">Null for "不详".</param>
    public static bool TryAges(string text, out AgeSpan? ages)
    {
        var plain = text.Replace('—', '-').Replace('–', '-').Replace('~', '-').Replace('至', '-').Replace("岁", "", StringComparison.Ordinal).Replace("以上", "+", StringComparison.Ordinal);
        ages = null;
        if (plain is "不详" or "unknown")
            return true;
        if (plain.EndsWith('+') && int.TryParse(plain.AsSpan()[..^1], out var from) && from is >= 0 and <= AgeSpan.Oldest - OpenEnd - 1)
            ages = new AgeSpan(from, from + OpenEnd);
        else if (int.TryParse(plain, out var age) && age is >= 0 and <= AgeSpan.Oldest)
            ages = new AgeSpan(age, age);
        else
            ages = StatisticsReader.Span(plain);
        return ages is not null;
    }
}
