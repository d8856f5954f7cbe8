using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>Does what a turn asks for (效果), before the turn is recorded; each may be asked for again and must then do nothing more.</summary>
internal interface IEffects
{
    Task ApplyAsync(EffectContext context, Effect effect, CancellationToken cancellationToken);
}

/// <summary>Where an effect comes from: conversation + turn is the key under which it happens once.</summary>
/// <param name="State">What the bot remembered before the turn.</param>
internal sealed record EffectContext(string ConversationId, string TurnId, ConversationState State);
