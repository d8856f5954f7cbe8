using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>What may follow when a turn is over and recorded (轮后), in this process and at once; whoever implements it finds by the timer what a dying process left.</summary>
internal interface IAfterTurn
{
    Task DoneAsync(EffectContext context, Turn turn, CancellationToken cancellationToken);
}
