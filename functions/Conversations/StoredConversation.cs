using System.Collections.Immutable;
using Azure;
using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>One conversation (会话) as it is kept: what the bot remembers, and where the record of activities stands.</summary>
/// <param name="Next">Sequence number of the next activity, which is also the watermark after the last one.</param>
/// <param name="Pending">Activities of the person that no turn has been taken for, oldest first.</param>
/// <param name="EraseBefore">Everything said before this sequence number is to be deleted; null when that has been done.</param>
internal sealed record StoredConversation(
    string Id,
    string Channel,
    string UserId,
    string? Locale,
    long Next,
    ImmutableArray<long> Pending,
    long? EraseBefore,
    ConversationState State,
    ETag ETag)
{
    /// <summary>How an activity of this conversation is named on the wire.</summary>
    public static string ActivityId(string conversationId, long sequence) => $"{conversationId}|{sequence:D7}";

    /// <summary>Where an activity so named stands in the record.</summary>
    public static long SequenceOf(string activityId) => long.Parse(activityId.AsSpan(activityId.LastIndexOf('|') + 1));
}
