using Shouwang.Bot.Schema;

namespace Shouwang.Bot;

/// <summary>One step of a conversation (一轮对话): what the bot remembers, what happened, what it knows → what it remembers then, says and asks to be done.</summary>
/// <param name="Replies">Activities without id, conversation or timestamp; the channel adds them. Empty <c>suggestedActions.to</c> means "whoever this conversation is with".</param>
public sealed record Turn(ConversationState State, IReadOnlyList<Activity> Replies, IReadOnlyList<Effect> Effects);
