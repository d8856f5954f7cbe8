using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>The bot, as the turn engine sees it: pure.</summary>
internal delegate Turn Decide(ConversationState state, Happening happening, Knowledge knowledge);
