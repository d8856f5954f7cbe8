namespace Shouwang.Functions.Conversations;

/// <summary>What became of a turn.</summary>
internal enum TurnOutcome
{
    Taken,
    TakenBefore,
    NoConversation,
}
