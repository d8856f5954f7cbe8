using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Reads the rows of figures (读取表格行).</summary>
internal sealed class RowReader(ImmutableArray<Status> statuses)
{
    public static long Amount(JsonElement row) => Number(row, "amount") ?? -1;

    public static Band[] Bands(JsonElement row) =>
        row.TryGetProperty("rate", out var rate)
            ? [new Band(long.MaxValue, rate.GetInt32())]
            : [.. row.GetProperty("bands").EnumerateArray().Select(b => new Band(Number(b, "to") ?? long.MaxValue, b.GetProperty("rate").GetInt32()))];

    public static CoverRow Cover(JsonElement row) => new(row.GetProperty("covered").GetBoolean(), row.TryGetProperty("why", out var why) ? why.GetString()! : "");

    public static AdjustRow Adjust(JsonElement row) => new((int)(Number(row, "add") ?? 0), (int)(Number(row, "times") ?? 10_000));

    /// <summary>All rows of a figure.</summary>
    /// <param name="ranking">The statuses that may count for the benefit.</param>
    public Table<T> Table<T>(JsonElement rows, Func<JsonElement, T> read, ulong[] ranking) =>
        new([.. rows.EnumerateArray().Select(When)], [.. rows.EnumerateArray().Select(read)], ranking);

    public ulong Bit(string status)
    {
        for (var i = 0; i < statuses.Length; i++)
        {
            if (statuses[i].Name == status)
                return 1UL << i;
        }
        throw new InvalidOperationException($"The rules name a status that is not in the vocabulary: {status}");
    }

    public static void NoteDiseases(Dictionary<string, Figure> figures, string key, Dictionary<string, int> diseases)
    {
        if (!figures.TryGetValue(key + "/fixed", out var figure) || figure.Value.ValueKind != JsonValueKind.Array)
            return;
        foreach (var disease in figure.Value.EnumerateArray().SelectMany(r => r.GetProperty("disease").EnumerateArray()))
            diseases.TryAdd(disease.GetString()!, diseases.Count);
    }

    public static RepeatRow Repeat(JsonElement row)
    {
        var (kind, value) =
            Number(row, "set") is { } set ? (RepeatKind.Set, set)
            : Number(row, "times") is { } times ? (RepeatKind.Times, times)
            : Number(row, "minus") is { } minus ? (RepeatKind.Minus, minus)
            : Number(row, "minus-each") is { } each ? (RepeatKind.MinusEach, each)
            : row.TryGetProperty("top-up", out _) ? (RepeatKind.TopUp, 0)
            : (RepeatKind.OncePerYear, 0);
        return new RepeatRow(kind, value, Number(row, "floor") ?? 0);
    }

    private When When(JsonElement row)
    {
        if (!row.TryGetProperty("when", out var when))
            return new When { Plain = true };
        var reads = Facts.None;
        var result = new When
        {
            Levels = Positions(when, "level", Vocabulary.Levels, Facts.Level, ref reads),
            Areas = Positions(when, "area", Vocabulary.Areas, Facts.Area, ref reads),
            Transfers = Positions(when, "transfer", Vocabulary.Transfers, Facts.Transfer, ref reads),
            Status = when.TryGetProperty("status", out var status) ? Bits(status, ref reads) : ulong.MaxValue,
            Has = when.TryGetProperty("has", out var has) ? Bits(has, ref reads) : 0,
            HasNot = when.TryGetProperty("has-not", out var hasNot) ? Bits(hasNot, ref reads) : 0,
            AgeFrom = (int)(Edge(when, "age", 0, Facts.Age, ref reads) ?? int.MinValue),
            AgeTo = (int)(Edge(when, "age", 1, Facts.Age, ref reads) ?? int.MaxValue),
            StayFrom = (int)(Edge(when, "stay", 0, Facts.Ordinal, ref reads) ?? int.MinValue),
            StayTo = (int)(Edge(when, "stay", 1, Facts.Ordinal, ref reads) ?? int.MaxValue),
            StayAtLevelFrom = (int)(Edge(when, "stay-at-level", 0, Facts.OrdinalAtLevel, ref reads) ?? int.MinValue),
            TotalFrom = Edge(when, "total", 0, Facts.None, ref reads) ?? long.MinValue,
            TotalTo = Edge(when, "total", 1, Facts.None, ref reads) ?? long.MaxValue,
        };
        string[] plain = ["level", "area", "status"];
        return result with { Reads = reads, Plain = when.EnumerateObject().All(p => plain.Contains(p.Name)) };
    }

    private ulong Bits(JsonElement names, ref Facts reads)
    {
        reads |= Facts.Statuses;
        var bits = 0UL;
        foreach (var name in names.EnumerateArray().Select(n => n.GetString()!))
        {
            if (name == "ordinary")
            {
                bits |= Engine.When.Ordinary;
                continue;
            }
            bits |= Bit(name);
            if (statuses.First(s => s.Name == name).UnderAge is not null)
                reads |= Facts.Age;
        }
        return bits;
    }

    private static uint Positions(JsonElement when, string name, ImmutableArray<string> words, Facts fact, ref Facts reads)
    {
        if (!when.TryGetProperty(name, out var listed))
            return uint.MaxValue;
        reads |= fact;
        return listed.EnumerateArray().Aggregate(0u, (mask, word) => mask | (1u << words.IndexOf(word.GetString()!)));
    }

    private static long? Edge(JsonElement when, string name, int which, Facts fact, ref Facts reads)
    {
        if (!when.TryGetProperty(name, out var edges))
            return null;
        reads |= fact;
        return edges[which].ValueKind == JsonValueKind.Null ? null : edges[which].GetInt64();
    }

    private static long? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
