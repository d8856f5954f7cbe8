namespace Shouwang.Local.Timers;

/// <summary>One field of a schedule: <c>*</c>, <c>5</c>, <c>1-5</c>, <c>*/10</c>, <c>1-30/2</c>, <c>mon-fri</c>, and lists of these.</summary>
readonly record struct NcrontabField(ulong Values)
{
    public bool Has(int value) => (Values & (1UL << value)) != 0;

    /// <exception cref="FormatException">The field cannot be read or leaves its range.</exception>
    public static NcrontabField Parse(string text, int min, int max, string[] names)
    {
        ulong values = 0;
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var all] => (all, 0),
                [var some, var every] when int.TryParse(every, out var n) && n > 0 => (some, n),
                _ => throw Bad(),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (min, max),
                [var one] => (Value(one), step > 0 ? max : Value(one)),
                [var first, var last] => (Value(first), Value(last)),
                _ => throw Bad(),
            };
            if (from > to) throw Bad();
            for (var value = from; value <= to; value += Math.Max(1, step)) values |= 1UL << value;
        }
        return new(values);

        int Value(string word)
        {
            var named = Array.FindIndex(names, n => word.StartsWith(n, StringComparison.OrdinalIgnoreCase));
            var value = named >= 0 ? named + min : int.TryParse(word, out var number) ? number : throw Bad();
            return value >= min && value <= max ? value : throw Bad();
        }

        FormatException Bad() => new($"\"{text}\" is not a schedule field between {min} and {max}.");
    }
}
