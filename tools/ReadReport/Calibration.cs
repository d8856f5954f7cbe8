using System.Globalization;

namespace Shouwang.Tools.ReadReport;

/// <summary>Whether confidence means something (校准): of the values given with so much, how many are right.</summary>
static class Calibration
{
    private static readonly (int From, int To)[] Bins = [(0, 5_000), (5_000, 7_000), (7_000, 8_000), (8_000, 9_000), (9_000, 9_500), (9_500, 9_800), (9_800, 9_950), (9_950, 10_001)];

    public static void Print(TextWriter to, IReadOnlyList<Score> scores)
    {
        var found = scores.SelectMany(s => s.Fields).Where(f => f.Found is not null).ToList();
        to.WriteLine($"\n{"Confidence given",-24}  values   right  Wilson 95 %      amounts   right");
        foreach (var (from, above) in Bins)
        {
            var bin = found.Where(f => f.Confidence.Value >= from && f.Confidence.Value < above).ToList();
            if (bin.Count == 0)
                continue;
            var money = bin.Where(f => f.IsMoney).ToList();
            var name = string.Create(CultureInfo.InvariantCulture, $"{from / 10_000.0:F3} – {Math.Min(1, above / 10_000.0):F3}");
            to.WriteLine($"{name,-24} {bin.Count,7} {Share.Percent(bin.Count(f => f.Right), bin.Count),7}  {Share.Interval(bin.Count(f => f.Right), bin.Count),-15} {money.Count,8} {Share.Percent(money.Count(f => f.Right), money.Count),7}");
        }
        foreach (var source in found.GroupBy(f => f.Source!.Value).OrderBy(g => g.Key))
            to.WriteLine($"{source.Key,-24} {source.Count(),7} {Share.Percent(source.Count(f => f.Right), source.Count()),7}  {Share.Interval(source.Count(f => f.Right), source.Count())}");
    }
}
