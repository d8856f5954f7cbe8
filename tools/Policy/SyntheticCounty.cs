using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Invented stays of an invented county (虚构的住院数据), the same every time: costs, levels and statuses in plausible shares. They are no county's statistics.</summary>
internal sealed class SyntheticCounty(PolicySnapshot rules, string place, DateOnly date)
{
    private const ulong Seed = 20260101;

    /// <summary>The statuses that any layer's rules ask for; about one person in eight has one of them.</summary>
    private readonly string[] statuses = [.. rules.Figures
        .Where(f => f.Path.EndsWith("/statuses", StringComparison.Ordinal) && f.Missing is null)
        .SelectMany(f => f.Value.EnumerateArray().Select(s => s.GetString()!)).Distinct(StringComparer.Ordinal)];

    public IEnumerable<AdmissionFacts> Stays(int count) => Enumerable.Range(0, count).Select(i => One((ulong)i));

    private AdmissionFacts One(ulong i)
    {
        var b = Draw(i, 2) % 1000;
        long most = b < 600 ? 1_000_000 : b < 850 ? 3_000_000 : b < 960 ? 10_000_000 : b < 995 ? 40_000_000 : 100_000_000;
        var total = 50_000 + (long)(Draw(i, 3) % (ulong)most);
        var inScope = total * (70 + (long)(Draw(i, 4) % 31)) / 100;
        var own = (total - inScope) * 3 / 4;
        var poor = statuses.Length > 0 && Draw(i, 1) % 100 < 12;
        return new AdmissionFacts
        {
            Place = place,
            Date = date,
            Person = new PersonFacts { Age = (int)(Draw(i, 5) % 95), Statuses = poor ? [statuses[Draw(i, 6) % (ulong)statuses.Length]] : [] },
            Stay = new StayFacts
            {
                HospitalLevel = Vocabulary.Levels[(int)(Draw(i, 0) % 4)],
                Area = Draw(i, 7) % 100 < 90 ? "local" : "referred-in-province",
                OrdinalInYear = 1,
                Total = new Fen(total),
                InScope = new Fen(inScope),
                SelfFunded = new Fen(own),
                SelfPayFirst = new Fen(total - inScope - own),
                OverLimit = Fen.Zero,
            },
        };
    }

    /// <summary>Splitmix64, counter-based.</summary>
    private static ulong Draw(ulong i, ulong k)
    {
        unchecked
        {
            var z = Seed + (((i * 8) + k + 1) * 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
