using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>The rules worked out a second time, slowly and straight from the figures' JSON, in <see cref="BigInteger"/>: shares no code with the engine. Takes stays of which everything is known.</summary>
internal sealed class SlowTwin(PolicySnapshot rules, AdmissionFacts facts)
{
    private static readonly BigInteger TenThousand = 10_000;
    private readonly List<(string Key, BigInteger Amount)> done = [];

    /// <summary>What each benefit pays in fen, null where a figure is missing.</summary>
    public IReadOnlyDictionary<string, BigInteger?> Amounts()
    {
        var amounts = new Dictionary<string, BigInteger?>();
        foreach (var key in rules.Figures.Single(f => f.Path == "order").Value.EnumerateArray().Select(k => k.GetString()!))
        {
            amounts[key] = Benefit(key, amounts);
            done.Add((key, amounts[key] ?? 0));
        }
        return amounts;
    }

    private BigInteger? Benefit(string key, Dictionary<string, BigInteger?> earlier)
    {
        var basis = Value(key, "base");
        var applied = basis is { } on && on.TryGetProperty("on", out _);
        if (applied && !facts.Applications.ContainsKey(key))
            return 0;
        if (Gap(key) || basis is null || (Value(key, "rate") is null && Value(key, "fixed") is null))
            return null;
        if (Barred() && LayerOf(key) is "basic" or "critical")
            return 0;
        if (Row(key, "covers") is { } cover && !cover.GetProperty("covered").GetBoolean())
            return 0;
        if (Value(key, "times-a-year") is { } times && facts.YearToDate.Given.GetValueOrDefault(key) >= times.GetProperty("times").GetInt32())
            return 0;
        if (applied)
            return Given(key, facts.Applications[key].Value);
        if (Village(key) is { } plan)
            return Aid(key, basis.Value, plan, earlier);
        var less = Names(basis.Value, "less");
        if (less.Any(l => earlier.Any(e => LayerOf(e.Key) == l && e.Value is null)))
            return null;
        var cost = BigInteger.Max(0, Names(basis.Value, "cost").Aggregate(BigInteger.Zero, (sum, term) => sum + Term(term)) - done.Where(d => less.Contains(LayerOf(d.Key))).Aggregate(BigInteger.Zero, (s, d) => s + d.Amount));
        if (Value(key, "entry-line") is not null)
        {
            if (Row(key, "entry-line") is not { } line)
                return null;
            if (facts.Stay.Total.Value < line.GetProperty("amount").GetInt64())
                return 0;
        }
        cost = Names(basis.Value, "cost").Contains("borne") && facts.Stay.Borne is { } own ? BigInteger.Min(cost, own.Value) : cost;
        return Fixed(key) is { } sum ? Capped(key, sum, cost) : Banded(key, cost, basis.Value, less);
    }

    /// <summary>Relief on application: its own entry line, bands and caps on what was applied for.</summary>
    private BigInteger? Given(string key, BigInteger asked)
    {
        if (Value(key, "entry-line") is not null && (Row(key, "entry-line") is not { } line || asked < line.GetProperty("amount").GetInt64()))
            return Row(key, "entry-line") is null ? null : 0;
        if (Row(key, "deductible") is not { } row || Row(key, "rate") is not { } rate)
            return null;
        var amount = Pay(key, rate, Repeated(key, row.GetProperty("amount").GetInt64()), asked);
        return BigInteger.Min(Limits(key, amount), asked);
    }

    /// <summary>The village's plan: entry line on the total, a fixed sum by disease, a cap a year, never above what was borne.</summary>
    private BigInteger? Aid(string key, JsonElement basis, VillagePlan plan, Dictionary<string, BigInteger?> earlier)
    {
        if (facts.Person.VillageMember != true || facts.Stay.Total < plan.EntryLine || facts.Stay.Disease is not { } disease || !plan.Sums.TryGetValue(disease, out var sum))
            return 0;
        if (facts.Stay.Borne is null && Names(basis, "less").Any(l => earlier.Any(e => LayerOf(e.Key) == l && e.Value is null)))
            return null;
        BigInteger amount = sum.Value;
        if (plan.YearlyCap is { } cap)
            amount = BigInteger.Min(amount, BigInteger.Max(0, cap.Value - Year(facts.YearToDate.MutualAidPaid)));
        var left = facts.Stay.Total.Value - done.Aggregate(BigInteger.Zero, (s, d) => s + d.Amount);
        return BigInteger.Min(amount, facts.Stay.Borne is { } borne ? BigInteger.Min(left, borne.Value) : left);
    }

    private VillagePlan? Village(string key) => Value(key, "fixed") is { ValueKind: JsonValueKind.Object } ? rules.Village : null;

    private bool Barred() =>
        facts.Date < facts.Person.EntitledFrom || (facts.Admitted ?? facts.Date) > facts.Person.EntitledTo
        || (facts.Stay.Exclusion is { } exclusion && rules.Figures.Single(f => f.Path == "exclusions").Value.EnumerateArray().Any(e => e.GetProperty("name").GetString() == exclusion));

    /// <summary>What years in a row and years without a claim add to the yearly cap of critical illness.</summary>
    private BigInteger Reward(string key, BigInteger cap)
    {
        if (LayerOf(key) != "critical" || rules.Figures.FirstOrDefault(f => f.Path == "reward" && f.Missing is null)?.Value is not { } rule || !rule.TryGetProperty("each-year", out var each) || each.ValueKind == JsonValueKind.Null)
            return 0;
        var years = Math.Max(0, (facts.Person.YearsInARow ?? 0) - rule.GetProperty("after").GetInt32());
        var earned = (new BigInteger(years) * each.GetInt64()) + (new BigInteger(facts.Person.YearsWithoutClaim ?? 0) * rule.GetProperty("no-claim-year").GetInt64());
        return BigInteger.Min(earned, cap * rule.GetProperty("at-most").GetInt32() / TenThousand);
    }

    private BigInteger? Banded(string key, BigInteger cost, JsonElement basis, List<string> less)
    {
        if (Value(key, "self-pay-first") is not null)
        {
            if (Row(key, "self-pay-first") is not { } first)
                return null;
            cost -= Rounded(key, cost * first.GetProperty("rate").GetInt32(), TenThousand);
        }
        if (Row(key, "deductible") is not { } row || Row(key, "rate") is not { } rate)
            return null;
        var deductible = Repeated(key, row.GetProperty("amount").GetInt64());
        var before = basis.TryGetProperty("period", out var period) && period.GetString() == "year" ? Before(less) : 0;
        return Capped(key, Pay(key, rate, deductible, before + cost) - Pay(key, rate, deductible, before), cost);
    }

    private BigInteger Before(List<string> less) => BigInteger.Max(0, Year(facts.YearToDate.InScopeBorne) - less.Where(l => l != "basic").Aggregate(BigInteger.Zero, (s, l) => s + Used(l)));

    private BigInteger Pay(string key, JsonElement rate, BigInteger deductible, BigInteger cost)
    {
        var above = Value(key, "bands-on")?.GetString() == "above-deductible";
        var (from, to) = above ? (0, cost - deductible) : (deductible, cost);
        BigInteger weighed = 0, lower = 0;
        var bands = rate.TryGetProperty("bands", out var listed) ? listed.EnumerateArray().ToList() : [rate];
        foreach (var band in bands)
        {
            var upper = band.TryGetProperty("to", out var edge) ? edge.GetInt64() : BigInteger.Pow(10, 30);
            var part = BigInteger.Min(upper, to) - BigInteger.Max(lower, from);
            if (part > 0)
                weighed += part * Adjusted(key, band.GetProperty("rate").GetInt32());
            lower = upper;
        }
        return Rounded(key, weighed * Times(key), TenThousand * TenThousand);
    }

    private BigInteger Times(string key) =>
        (Value(key, "rate-adjust")?.EnumerateArray().ToList() ?? []).Where(row => Matches(key, row) && row.TryGetProperty("times", out _))
            .Aggregate(TenThousand, (all, row) => all * row.GetProperty("times").GetInt32() / TenThousand);

    private int Adjusted(string key, int rate)
    {
        foreach (var row in Value(key, "rate-adjust")?.EnumerateArray().ToList() ?? [])
        {
            if (Matches(key, row) && row.TryGetProperty("add", out var add))
                rate += add.GetInt32();
        }
        return Math.Clamp(rate, 0, 10_000);
    }

    private BigInteger Repeated(string key, BigInteger deductible)
    {
        if (LayerOf(key) == "basic" && facts.Stay.DeductibleWaived)
            return 0;
        if (Row(key, "repeat") is not { } row || deductible == 0)
            return deductible;
        var floor = row.TryGetProperty("floor", out var least) ? least.GetInt64() : 0;
        if (row.TryGetProperty("set", out var set))
            return set.GetInt64();
        if (row.TryGetProperty("times", out var times))
            return Rounded(key, deductible * times.GetInt32(), TenThousand);
        if (row.TryGetProperty("minus", out var minus))
            return BigInteger.Min(deductible, BigInteger.Max(floor, deductible - minus.GetInt64()));
        if (row.TryGetProperty("minus-each", out var each))
            return BigInteger.Min(deductible, BigInteger.Max(floor, deductible - (new BigInteger(each.GetInt64()) * (facts.Stay.OrdinalInYear!.Value - 1))));
        if (row.TryGetProperty("top-up", out _))
            return BigInteger.Max(0, deductible - Year(facts.Stay.ChainDeductible));
        return BigInteger.Max(0, deductible - Year(facts.YearToDate.DeductibleTaken));
    }

    private BigInteger Capped(string key, BigInteger amount, BigInteger cost)
    {
        amount = Limits(key, amount);
        var paid = done.Aggregate(BigInteger.Zero, (s, d) => s + d.Amount);
        amount = BigInteger.Min(amount, BigInteger.Min(cost, facts.Stay.Total.Value - paid));
        if (rules.Figures.FirstOrDefault(f => f.Path == "global-cap") is { } global && Names(global.Value, "layers") is var under && under.Contains(LayerOf(key)))
        {
            var used = done.Where(d => under.Contains(LayerOf(d.Key))).Aggregate(BigInteger.Zero, (s, d) => s + d.Amount);
            amount = BigInteger.Min(amount, BigInteger.Max(0, (new BigInteger(facts.Stay.Total.Value) * global.Value.GetProperty("rate").GetInt32() / TenThousand) - used));
        }
        return BigInteger.Max(0, amount);
    }

    private BigInteger Limits(string key, BigInteger amount)
    {
        if (Row(key, "cap-stay") is { } stay && stay.TryGetProperty("amount", out var most))
            amount = BigInteger.Min(amount, most.GetInt64());
        if (Row(key, "cap-year") is { } year && year.TryGetProperty("amount", out var yearly))
            amount = BigInteger.Min(amount, BigInteger.Max(0, yearly.GetInt64() + Reward(key, yearly.GetInt64()) - Used(LayerOf(key))));
        return amount;
    }

    private BigInteger? Fixed(string key)
    {
        if (Value(key, "fixed") is not { ValueKind: JsonValueKind.Array } rows || facts.Stay.Disease is not { } disease)
            return null;
        foreach (var row in rows.EnumerateArray())
        {
            if (Names(row, "disease").Contains(disease))
                return row.GetProperty("amount").GetInt64();
        }
        return null;
    }

    private bool Gap(string key) =>
        new[] { "base", "covers", "entry-line", "self-pay-first", "deductible", "repeat", "rate", "rate-adjust" }
            .Any(n => rules.Figures.Any(f => f.Path == $"{key}/{n}" && f.Missing is not null));

    private JsonElement? Row(string key, string figure)
    {
        foreach (var row in Value(key, figure)?.EnumerateArray().ToList() ?? [])
        {
            if (Matches(key, row))
                return row;
        }
        return null;
    }

    private bool Matches(string key, JsonElement row) =>
        !row.TryGetProperty("when", out var when) || when.EnumerateObject().All(condition => condition.Name switch
        {
            "level" => Lists(condition.Value, facts.Stay.HospitalLevel!),
            "area" => Lists(condition.Value, facts.Stay.Area!),
            "transfer" => Lists(condition.Value, facts.Stay.Transfer),
            "status" => Lists(condition.Value, Counting(key)),
            "has" => Statuses(key).Any(s => Lists(condition.Value, s)),
            "has-not" => !Statuses(key).Any(s => Lists(condition.Value, s)),
            "age" => Within(condition.Value, facts.Person.Age!.Value),
            "stay" => Within(condition.Value, facts.Stay.OrdinalInYear!.Value),
            "stay-at-level" => Within(condition.Value, facts.Stay.OrdinalAtLevel!.Value),
            "total" => Within(condition.Value, facts.Stay.Total.Value),
            _ => throw new NotSupportedException(condition.Name),
        });

    private string Counting(string key) =>
        Value(key, "statuses")?.EnumerateArray().Select(s => s.GetString()!).FirstOrDefault(s => Statuses(key).Contains(s)) ?? "ordinary";

    private HashSet<string> Statuses(string key) =>
        [.. facts.Person.Statuses!, .. LooksBack(key) ? facts.Person.LaterStatuses : [], .. rules.Statuses.Where(s => facts.Person.Age < s.UnderAge).Select(s => s.Name)];

    private bool LooksBack(string key) =>
        rules.Figures.FirstOrDefault(f => f.Path == "settlement")?.Value is { } settlement && Names(settlement, "look-back-layers").Contains(LayerOf(key));

    private BigInteger Term(string term) => term switch
    {
        "in-scope" => facts.Stay.InScope!.Value.Value,
        "self-pay-first" => facts.Stay.SelfPayFirst!.Value.Value,
        "over-limit" => facts.Stay.OverLimit!.Value.Value,
        "self-funded" => facts.Stay.SelfFunded!.Value.Value,
        _ => facts.Stay.Total.Value,
    };

    private BigInteger Used(string layer) => layer switch
    {
        "basic" => Year(facts.YearToDate.BasicPaid),
        "critical" => Year(facts.YearToDate.CriticalPaid),
        "assistance" => Year(facts.YearToDate.AssistancePaid),
        "topup" => Year(facts.YearToDate.TopupPaid),
        _ => 0,
    };

    private JsonElement? Value(string key, string figure) =>
        rules.Figures.FirstOrDefault(f => f.Path == $"{key}/{figure}" && f.Missing is null)?.Value;

    private static BigInteger Year(Shouwang.Shared.Money.Fen? amount) => amount?.Value ?? 0;

    private static string LayerOf(string key) => key.Split('.')[0];

    private static List<string> Names(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(n => n.GetString()!)] : [];

    private static bool Lists(JsonElement list, string word) => list.EnumerateArray().Any(w => w.GetString() == word);

    private static bool Within(JsonElement edges, long number) =>
        (edges[0].ValueKind == JsonValueKind.Null || number >= edges[0].GetInt64()) && (edges[1].ValueKind == JsonValueKind.Null || number <= edges[1].GetInt64());

    private BigInteger Rounded(string key, BigInteger numerator, BigInteger divisor)
    {
        var name = Value(key, "rounding")?.GetString() ?? "half-up-fen";
        var unit = name.EndsWith("yuan", StringComparison.Ordinal) ? 100 : 1;
        var whole = divisor * unit;
        return (name.StartsWith("half-up", StringComparison.Ordinal) ? numerator + (whole / 2) : numerator) / whole * unit;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{facts}");
}
