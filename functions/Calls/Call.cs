namespace Shouwang.Functions.Calls;

/// <summary>Somebody of the village wants a person (来话): a call for help, an objection, something misread.</summary>
/// <param name="Kind">human, correct, objection, stuck or missing.</param>
/// <param name="Words">What they said or why the bot called; the villager's own words.</param>
/// <param name="Conversation">Where an answer goes; null after the person had everything deleted.</param>
/// <param name="Told">Whether the officers' conversations have been told.</param>
internal sealed record Call(string Village, string Id, DateTimeOffset At, string Kind, string Words, string? Claim, string? Conversation, bool Told)
{
    public const string Objection = "objection";

    /// <summary>Something on the papers was read wrongly (读错了).</summary>
    public const string Misread = "correct";

    /// <summary>Whether money waits for it: an objection holds up the payment, something misread the approval. How it was settled is always said then, and the person hears it.</summary>
    public bool HoldsUp => Kind is Objection or Misread;

    /// <summary>Who of the staff wrote it down, where it was said at the office; null where it came by chat.</summary>
    public string? NotedBy { get; init; }

    public DateTimeOffset? DoneAt { get; init; }
    public string? DoneBy { get; init; }

    /// <summary>How it was settled (怎么办的), in the words of whoever settled it; always there where money waited for it.</summary>
    public string? Outcome { get; init; }
}
