namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>What kind of step (步骤种类). The names appear in the JSON trace.</summary>
internal enum Rule
{
    Base,
    NotCovered,
    EntryLine,
    SelfPayFirst,
    Deductible,
    Repeat,
    Pay,
    Fixed,
    FixedByOperation,
    CapStay,
    CapYear,
    Borne,
    GlobalCap,
}

/// <summary>One step in numbers; text is made from it only when somebody looks.</summary>
/// <param name="Layer">Position of the benefit.</param>
/// <param name="Row">Which row of the figure's table.</param>
internal readonly record struct Entry(short Layer, Rule Rule, short Row, int Add, int Times, long A, long B, long C, long Amount);

/// <summary>Takes the steps of a computation.</summary>
internal interface ITrace
{
    /// <summary>False where steps are thrown away, so that none need be made.</summary>
    static abstract bool Keeps { get; }

    void Add(in Entry entry);
}

/// <summary>Keeps nothing.</summary>
internal readonly struct NoTrace : ITrace
{
    public static bool Keeps => false;

    public void Add(in Entry entry)
    {
    }
}

/// <summary>Keeps every step in a buffer that is used again for the next stay.</summary>
internal struct TraceBuffer(Entry[] entries) : ITrace
{
    public int Count;

    public static bool Keeps => true;

    public readonly ReadOnlySpan<Entry> Entries => entries.AsSpan(0, Count);

    public void Add(in Entry entry) => entries[Count++] = entry;
}
