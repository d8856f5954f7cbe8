using System.Collections.Concurrent;

namespace Shouwang.Functions.Conversations;

/// <summary>Conversations as this process wrote them last (近期会话), so that the next message is recorded without a look first. Only a guess: the ETag decides.</summary>
sealed class RecentConversations
{
    const int Most = 2_000;

    readonly ConcurrentDictionary<string, StoredConversation> _kept = new(StringComparer.Ordinal);

    public StoredConversation? Find(string id) => _kept.GetValueOrDefault(id);

    public void Keep(StoredConversation conversation)
    {
        // Which are dropped does not matter: they are looked up again.
        if (_kept.Count >= Most) _kept.Clear();
        _kept[conversation.Id] = conversation;
    }

    public void Forget(string id) => _kept.TryRemove(id, out _);
}
