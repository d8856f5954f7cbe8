using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Policies;

namespace Shouwang.Bench.Adjudication;

/// <summary>The people of race R1, from a counter-based generator, the same in every language.</summary>
internal static class R1People
{
    private const ulong Seed = 20260101;

    /// <summary>Cases with everything R1 asks for known.</summary>
    public static Case[] Make(int count)
    {
        var cases = new Case[count];
        for (var i = 0; i < count; i++)
            cases[i] = One((ulong)i);
        return cases;
    }

    private static Case One(ulong i)
    {
        int[] levels = [Vocabulary.Levels.IndexOf("township"), Vocabulary.Levels.IndexOf("secondary"), Vocabulary.Levels.IndexOf("tertiary")];
        ulong[] statuses = [0, 1 << 2, 1 << 1, 1 << 0];
        var p = Draw(i, 1) % 100;
        var b = Draw(i, 2) % 1000;
        long most = b < 600 ? 1_000_000 : b < 850 ? 3_000_000 : b < 960 ? 10_000_000 : b < 995 ? 40_000_000 : 100_000_000;
        var total = 50_000 + (long)(Draw(i, 3) % (ulong)most);
        var c = new Case
        {
            Known = Facts.Level | Facts.Statuses | Facts.InScope | Facts.BasicPaid | Facts.Transfer,
            Level = levels[Draw(i, 0) % 3],
            Statuses = statuses[p < 88 ? 0 : p < 94 ? 1 : p < 99 ? 2 : 3],
            Disease = -1,
            Total = total,
            InScope = total * (70 + (long)(Draw(i, 4) % 31)) / 100,
        };
        c.Paid[0] = Draw(i, 5) % 10 == 0 ? (long)(Draw(i, 6) % 15_000_000) : 0;
        return c;
    }

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
