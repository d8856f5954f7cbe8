namespace Shouwang.Functions.Conversations;

/// <summary>What became of a turn.</summary>
public enum TurnOutcome
{
    Taken,
    TakenBefore,
    NoConversation,
}
