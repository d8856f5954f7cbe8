using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Shouwang.Bot.Schema;

namespace Shouwang.Bot.Replies;

/// <summary>A turn being put together (正在说的话). Nothing here changes; every step gives a new one.</summary>
/// <param name="User">Id of the person, where their message gave it.</param>
/// <param name="Folder">The folder this turn is about.</param>
internal sealed record Talk(ConversationState State, Knowledge Knowledge, string? User, int Folder)
{
    public ImmutableArray<Activity> Replies { get; init; } = [];

    public ImmutableArray<Effect> Effects { get; init; } = [];

    public VillageView? Village => Knowledge.Villages.FirstOrDefault(v => v.Code == State.Village);

    /// <summary>The newest claim, the one "why" and "when" are about.</summary>
    public ClaimView? Claim => Knowledge.Claims.Count > 0 ? Knowledge.Claims[0] : null;

    public Turn Turn => new(State, Replies, Effects);

    public Talk Remember(Func<ConversationState, ConversationState> change) => this with { State = change(State) };

    public Talk Do(params ReadOnlySpan<Effect> effects) => this with { Effects = [.. Effects, .. effects] };

    /// <summary>Says a phrase of the catalogue with its own choices.</summary>
    public Talk Say(string key, params ReadOnlySpan<(string Name, string? Value)> values) =>
        Add(key, Words(key, values), Catalogue.Phrases[key].Choices);

    /// <summary>Says a phrase with choices that are only known now.</summary>
    public Talk Offer(string key, IReadOnlyList<string> choices, params ReadOnlySpan<(string Name, string? Value)> values) =>
        Add(key, Words(key, values), [.. choices.Select(c => Plain.Words(c, 30))]);

    /// <summary>Says a phrase and waits for its answer. What it fills in is kept, so that it can be asked again.</summary>
    public Talk Ask(string key, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var slots = State.Slots;
        foreach (var (name, value) in values)
            slots = slots.SetItem(name, value ?? "");
        return Remember(s => s with { Waiting = key, Slots = slots }).Say(key, values);
    }

    /// <summary>The waiting dialog has its answer.</summary>
    public Talk Done() => Remember(s => s with { Waiting = null, Slots = s.Slots.Clear() });

    public Talk Add(string key, string text, IReadOnlyList<string> choices, JsonObject? card = null, string? summary = null) => this with
    {
        Replies = [.. Replies, .. Message.MakeAll(key, text, choices, User, card, summary)],
        State = choices.Count == 0 ? State : State with { Choices = choices },
    };

    /// <summary>A phrase's words; village, officer and phone are filled in everywhere.</summary>
    public string Words(string key, params ReadOnlySpan<(string Name, string? Value)> values) => Catalogue.Text(
        key,
        [
            .. values,
            ("village", Village?.Name ?? "村"),
            ("officer", Village?.OfficerName ?? "村里的经办人"),
            ("phone", Village?.OfficerPhone ?? "请问村委会"),
        ]);
}
