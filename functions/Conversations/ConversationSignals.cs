using System.Collections.Concurrent;
using System.Threading.Channels;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Conversations;

/// <summary>Wakes whoever listens to a conversation in this process (唤醒). A signal may be lost with the process: listeners also look by themselves.</summary>
internal sealed class ConversationSignals
{
    readonly ConcurrentDictionary<string, Channel<Activity?>> _listeners = new(StringComparer.Ordinal);

    /// <summary>Listens from now on; an older listener of the same conversation is told to stop.</summary>
    /// <returns>null for "something was recorded", an activity for one that is shown live and never recorded.</returns>
    public Channel<Activity?> Listen(string conversationId)
    {
        var mine = Channel.CreateBounded<Activity?>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners.AddOrUpdate(conversationId, mine, (_, older) =>
        {
            older.Writer.TryComplete();
            return mine;
        });
        return mine;
    }

    public void Leave(string conversationId, Channel<Activity?> listener) =>
        _listeners.TryRemove(new(conversationId, listener));

    public void Recorded(string conversationId) => Tell(conversationId, null);

    /// <summary>For typing and the like.</summary>
    public void Live(string conversationId, Activity activity) => Tell(conversationId, activity);

    void Tell(string conversationId, Activity? activity)
    {
        if (_listeners.TryGetValue(conversationId, out var listener)) listener.Writer.TryWrite(activity);
    }
}
