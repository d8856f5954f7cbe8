using System.Text.Json;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Reads one benefit's figures (读取一层的规则).</summary>
internal sealed class LayerReader(
    PolicySnapshot snapshot, Dictionary<string, Figure> figures, RowReader rows, Dictionary<string, int> diseases, string[] order, int index)
{
    private readonly string key = order[index];

    public LayerPlan Read()
    {
        var layer = PlanReader.LayerOf(key);
        var byVillage = Value(FigureName.Fixed) is { ValueKind: JsonValueKind.Object };
        var missing = Missing(byVillage);
        var named = Named();
        string[] since = [.. named.Select(figure => figure is null ? "" : FigureJson.Day(figure.From))];
        ulong[] ranking = Value(FigureName.Statuses) is { } ranked ? [.. ranked.EnumerateArray().Select(s => rows.Bit(s.GetString()!))] : [];
        var basis = Value(FigureName.Base) ?? default;
        var read = missing is { } gap
            ? new LayerPlan { Key = key, Layer = layer, LayerIndex = Vocabulary.Layers.IndexOf(layer), Reads = Facts.None, Figures = named, Since = since, Missing = gap, Optional = key.Contains('.') }
            : new LayerPlan
            {
                Key = key,
                Layer = layer,
                LayerIndex = Vocabulary.Layers.IndexOf(layer),
                Reads = Facts.None,
                Figures = named,
                Since = since,
                Ranking = ranking,
                Cost = Terms(basis),
                Less = basis.TryGetProperty("less", out var less) ? PlanReader.Mask(less, order) & ((1u << index) - 1) : 0,
                LessPaid = LessPaid(basis),
                Yearly = basis.TryGetProperty("period", out var period) && period.GetString() == "year",
                OnApplication = basis.TryGetProperty("on", out var on) && on.GetString() == "application",
                Optional = key.Contains('.'),
                TimesAYear = Value(FigureName.TimesAYear) is { } times ? times.GetProperty("times").GetInt32() : int.MaxValue,
                Covers = Table(FigureName.Covers, RowReader.Cover, ranking),
                EntryLine = byVillage ? ForAll(snapshot.Village!.EntryLine, ranking) : Table(FigureName.EntryLine, RowReader.Amount, ranking),
                SelfPayFirst = Table(FigureName.SelfPayFirst, RowReader.Bands, ranking),
                Deductible = Table(FigureName.Deductible, RowReader.Amount, ranking),
                Repeat = Table(FigureName.Repeat, RowReader.Repeat, ranking),
                BandsOn = Value(FigureName.BandsOn)?.GetString() == "above-deductible" ? BandsOn.AboveDeductible : BandsOn.Cost,
                Rate = Table(FigureName.Rate, RowReader.Bands, ranking),
                Adjust = Table(FigureName.RateAdjust, RowReader.Adjust, ranking),
                Fixed = Fixed(byVillage),
                ByOperation = byVillage,
                CapStay = Table(FigureName.CapStay, RowReader.Amount, ranking),
                CapYear = byVillage
                    ? snapshot.Village!.YearlyCap is { } cap ? ForAll(cap, ranking) : Engine.Table<long>.Empty
                    : Table(FigureName.CapYear, RowReader.Amount, ranking),
                Rounding = RoundingNames.Read(Value(FigureName.Rounding)?.GetString()),
            };
        return FactsRead.Complete(read, byVillage);
    }

    /// <summary>What must be on file before anything can be computed.</summary>
    private FigureName? Missing(bool byVillage)
    {
        if (byVillage)
            return snapshot.Village is null ? FigureName.VillagePlan : null;
        FigureName[] needed = [FigureName.Base, FigureName.Covers, FigureName.EntryLine, FigureName.SelfPayFirst, FigureName.Deductible, FigureName.Repeat, FigureName.Rate, FigureName.RateAdjust];
        foreach (var name in needed)
        {
            if (Figure(name) is { Missing: not null })
                return name;
        }
        if (Figure(FigureName.Base) is null)
            return FigureName.Base;
        if (Figure(FigureName.Rate) is null && Figure(FigureName.Fixed) is null)
            return FigureName.Rate;
        return Figure(FigureName.Rate) is not null && Figure(FigureName.Deductible) is null ? FigureName.Deductible : null;
    }

    private Figure? Figure(FigureName name) => figures.GetValueOrDefault($"{key}/{name.Kebab()}");

    private JsonElement? Value(FigureName name) => Figure(name) is { Missing: null } figure ? figure.Value : null;

    private Figure?[] Named() => [.. Enum.GetValues<FigureName>().Select(Figure)];

    private Table<T> Table<T>(FigureName name, Func<JsonElement, T> read, ulong[] ranking) =>
        Value(name) is { } value ? rows.Table(value, read, ranking) : Engine.Table<T>.Empty;

    private static Table<long> ForAll(Fen amount, ulong[] ranking) => new([new When { Plain = true }], [amount.Value], ranking);

    private static CostTerms Terms(JsonElement basis)
    {
        var terms = CostTerms.None;
        foreach (var term in basis.GetProperty("cost").EnumerateArray())
        {
            terms |= term.GetString() switch
            {
                "in-scope" => CostTerms.InScope,
                "self-pay-first" => CostTerms.SelfPayFirst,
                "over-limit" => CostTerms.OverLimit,
                "self-funded" => CostTerms.SelfFunded,
                "total" => CostTerms.Total,
                "borne" => CostTerms.Borne,
                _ => CostTerms.None,
            };
        }
        return terms;
    }

    private int[] LessPaid(JsonElement basis)
    {
        if (!basis.TryGetProperty("less", out var less))
            return [];
        var mask = PlanReader.Mask(less, order) & ((1u << index) - 1);
        return [.. Enumerable.Range(0, index)
            .Where(i => (mask & (1u << i)) != 0)
            .Select(i => Vocabulary.Layers.IndexOf(PlanReader.LayerOf(order[i])))
            .Where(position => position != 0)
            .Distinct()];
    }

    private long[] Fixed(bool byVillage)
    {
        var sums = Enumerable.Repeat(-1L, diseases.Count).ToArray();
        if (byVillage)
        {
            foreach (var (disease, sum) in snapshot.Village!.Sums)
                sums[diseases[disease]] = sum.Value;
            return sums;
        }
        if (Value(FigureName.Fixed) is not { } listed)
            return [];
        foreach (var row in listed.EnumerateArray())
        {
            foreach (var disease in row.GetProperty("disease").EnumerateArray())
                sums[diseases[disease.GetString()!]] = row.GetProperty("amount").GetInt64();
        }
        return sums;
    }
}
