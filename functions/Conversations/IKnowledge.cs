using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>Loads what the bot knows (所知) when it answers.</summary>
internal interface IKnowledge
{
    Task<Knowledge> LoadAsync(string conversationId, ConversationState state, CancellationToken cancellationToken);
}
