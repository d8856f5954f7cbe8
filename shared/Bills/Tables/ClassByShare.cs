namespace Shouwang.Shared.Bills.Tables;

/// <summary>A class that was not read, in a list whose other rows show what share goes with which class (按自付比例补类别): a lone 乙 is easily lost, its 10 % is not.</summary>
static class ClassByShare
{
    private const int Fewest = 2;
    private const int Whole = 10_000;

    public static IReadOnlyList<FeeRow> Fill(IReadOnlyList<FeeRow> rows)
    {
        var shown = rows.Where(r => r.Class is not null && r.SelfShare is not null).GroupBy(r => Part(r.SelfShare!.Value.Value)).ToDictionary(g => g.Key, g => g.Select(r => r.Class!).ToList());
        return shown.Count == 0 ? rows : [.. rows.Select(r => r.Class is null && r.SelfShare is { } share && Class(shown, Part(share.Value)) is { } known ? r with { Class = known } : r)];
    }

    /// <summary>Nothing, everything, or a part.</summary>
    private static int Part(int points) => points is 0 or Whole ? points : 1;

    private static string? Class(Dictionary<int, List<string>> shown, int part)
    {
        // A part is what 乙 means: one row that says so is enough, and none where 甲 has nothing throughout. All or nothing may be other classes too.
        if (part is not (0 or Whole) && !shown.ContainsKey(part))
            return shown.TryGetValue(0, out var nothing) && nothing.Count >= Fewest && nothing.TrueForAll(c => c == "甲") ? "乙" : null;
        return shown.TryGetValue(part, out var same) && (same.Count >= Fewest || (part is not (0 or Whole) && same[0] is "乙")) && same.TrueForAll(c => c == same[0]) ? same[0] : null;
    }
}
