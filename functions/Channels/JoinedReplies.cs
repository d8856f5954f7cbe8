using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels;

/// <summary>What goes out as one message (合并的回复): a reply, or several that fit together, in their order.</summary>
/// <param name="First">Sequence of the first.</param>
/// <param name="Next">Where to go on after it.</param>
/// <param name="Reply">null where there is nothing to send: what the person said.</param>
internal sealed record JoinedReplies(long First, long Next, Activity? Reply)
{
    const string Between = "\n\n";

    public static IEnumerable<JoinedReplies> Of(IEnumerable<Activity> activities, Joining? joining)
    {
        List<Activity> held = [];
        var (length, next) = (0, 0L);
        foreach (var activity in activities)
        {
            var sequence = StoredConversation.SequenceOf(activity.Id!);
            var words = Outbox.IsReply(activity) ? joining?.Words(activity) ?? "" : "";
            var more = words.Length + (held.Count > 0 ? Between.Length : 0);
            if (held.Count > 0 && Outbox.IsReply(activity) && (joining is null || length + more > joining.Longest))
            {
                yield return Joined(held, next, joining);
                (held, length, more) = ([], 0, words.Length);
            }
            if (Outbox.IsReply(activity))
            {
                held.Add(activity);
                length += more;
            }
            else if (held.Count == 0)
            {
                yield return new(sequence, sequence + 1, null);
            }
            next = sequence + 1;
        }
        if (held.Count > 0) yield return Joined(held, next, joining);
    }

    /// <summary>A reply by itself stays as it is, with its menu to tap. The plain form leaves one line break of two, as between paragraphs.</summary>
    static JoinedReplies Joined(List<Activity> held, long next, Joining? joining) => new(
        StoredConversation.SequenceOf(held[0].Id!),
        next,
        held is [var only] ? only : held[0] with { Text = string.Join(Between + Between, held.Select(joining!.Words)), Summary = null, Attachments = null, SuggestedActions = null });
}
