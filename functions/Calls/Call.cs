namespace Shouwang.Functions.Calls;

/// <summary>Somebody of the village wants a person (来话): a call for help, an objection, something misread.</summary>
/// <param name="Kind">human, correct, objection, stuck or missing.</param>
/// <param name="Words">What they said or why the bot called; the villager's own words.</param>
/// <param name="Conversation">Where an answer goes; null after the person had everything deleted.</param>
/// <param name="Told">Whether the officers' conversations have been told.</param>
internal sealed record Call(
    string Village, string Id, DateTimeOffset At, string Kind, string Words, string? Claim, string? Conversation, bool Told, DateTimeOffset? DoneAt, string? DoneBy);
