using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>Does what a turn asks for (效果), before the turn is recorded; each may be asked for again and must then do nothing more.</summary>
internal interface IEffects
{
    /// <returns>The effect's answer, where it has one: it is told in the same turn. Asked for again under the same key it answers the same.</returns>
    Task<Happening?> ApplyAsync(EffectContext context, Effect effect, CancellationToken cancellationToken);
}

/// <summary>Where an effect comes from: conversation + turn is the key under which it happens once.</summary>
/// <param name="State">What the bot remembered before the turn.</param>
/// <param name="Village">Which village it is in: chosen before, or with this turn.</param>
internal sealed record EffectContext(string ConversationId, string TurnId, ConversationState State, string? Village);
