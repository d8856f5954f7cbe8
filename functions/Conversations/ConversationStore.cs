using System.Runtime.CompilerServices;
using Azure;
using Shouwang.Bot;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Conversations;

/// <summary>Conversations (会话) in table storage. Every change is one batch on one partition, guarded by the state row's ETag.</summary>
internal sealed class ConversationStore(TableServiceClient tables)
{
    public const string TableName = "Conversations";

    /// <summary>So many messages may wait for their turn; more is a flood.</summary>
    const int MostPending = 50;

    readonly TableClient _table = tables.GetTableClient(TableName);
    readonly RecentConversations _recent = new();
    volatile bool _tableIsThere;

    /// <summary>Opens a conversation, or finds it open.</summary>
    /// <returns>The conversation, and whether it is new.</returns>
    public async Task<(StoredConversation Conversation, bool Created)> OpenAsync(string id, string channel, string userId, string? locale, string? village, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } open) return (open, false);
        if (!_tableIsThere)
        {
            await _table.CreateIfNotExistsAsync(cancellationToken);
            _tableIsThere = true;
        }
        var conversation = new StoredConversation(id, channel, userId, locale, 0, [], EraseBefore: null, new ConversationState { Village = village }, default);
        try
        {
            await _table.AddEntityAsync(ConversationRows.Of(conversation), cancellationToken);
        }
        catch (RequestFailedException lost) when (lost.Status == 409)
        {
            return (await LoadAsync(id, cancellationToken), false);
        }
        return (await LoadAsync(id, cancellationToken), true);
    }

    /// <summary>The conversation, or null where there is none.</summary>
    public async Task<StoredConversation?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var row = await _table.GetEntityIfExistsAsync(id, ConversationRows.StateKey, cancellationToken);
            return row.HasValue ? ConversationRows.Conversation(row.Value!) : null;
        }
        catch (RequestFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Records what the person sent, but for numbers that do not belong into a chat: those are gone before anything is written. The same client id is recorded once, however often it is tried.</summary>
    /// <param name="said">Id, conversation and sender are set here, whatever they claim.</param>
    /// <param name="clientId">The sender's own id of this message.</param>
    /// <param name="asks">A turn must be taken for it.</param>
    /// <param name="before">Nothing is written before this is done.</param>
    /// <returns>null and false where there is no such conversation, null and true where too many messages wait already.</returns>
    public async Task<(Recorded? Recorded, bool Flooded)> RecordAsync(string id, Said said, string clientId, bool asks, Task before, CancellationToken cancellationToken)
    {
        // What this process wrote last is tried first: where it is not what is there, or the client tries again, the batch is refused as a whole.
        var conversation = _recent.Find(id);
        for (var fresh = false; ; conversation = null)
        {
            if (conversation is null || (asks && conversation.Pending.Length >= MostPending))
            {
                var earlier = RecordedAsync(id, clientId, cancellationToken);
                conversation = await FindAsync(id, cancellationToken);
                fresh = true;
                if (await earlier is { } known) return (known, false);
            }
            await before;
            if (conversation is null) return (null, false);
            if (asks && fresh && conversation.Pending.Length >= MostPending) return (null, true);
            var sequence = conversation.Next;
            var activity = Secrets.Withhold(said.Activity) with
            {
                Id = StoredConversation.ActivityId(id, sequence),
                ChannelId = conversation.Channel,
                Conversation = new(id),
                From = new(conversation.UserId, Role: "user"),
                Recipient = TurnEngine.Bot,
            };
            var written = await WriteAsync(
                conversation with { Next = sequence + 1, Pending = asks ? conversation.Pending.Add(sequence) : conversation.Pending },
                [
                    ConversationRows.Of(id, sequence, said with { Activity = activity }),
                    new TableEntity(id, ConversationRows.ClientKey(clientId)) { { "Sequence", sequence } },
                ],
                cancellationToken);
            if (written) return (new(sequence, activity.Id, Before: false), false);
        }
    }

    /// <summary>What the person sent with this sequence number.</summary>
    public async Task<Said> SaidAsync(string id, long sequence, CancellationToken cancellationToken) =>
        ConversationRows.Said(await _table.GetEntityAsync(id, ConversationRows.ActivityKey(sequence), cancellationToken));

    /// <summary>Everything recorded from the watermark on.</summary>
    public async Task<ActivitySlice> ReadAsync(string id, long watermark, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {ConversationRows.ActivityKey(watermark)} and RowKey lt {"a}"}");
        List<Activity> activities = [];
        await foreach (var row in _table.QueryAsync(filter, cancellationToken: cancellationToken))
        {
            activities.Add(ConversationRows.Activity(row));
            watermark = ConversationRows.Sequence(row) + 1;
        }
        return new(activities, watermark);
    }

    /// <summary>Whether this turn has been taken.</summary>
    public async Task<bool> WasTakenAsync(string id, string turnId, CancellationToken cancellationToken) =>
        (await _table.GetEntityIfExistsAsync(id, ConversationRows.TurnKey(turnId), cancellationToken)).HasValue;

    /// <summary>Writes a turn: state, mark and replies, all or nothing. Messages that are to be heard again wait once more, before all others, as if no turn had been taken for them.</summary>
    /// <param name="conversation">As it was when the turn was decided.</param>
    /// <param name="answered">The activity this turn answers.</param>
    /// <returns>Whether it was written; false means somebody wrote first and the turn must be decided again.</returns>
    public async Task<bool> CommitAsync(StoredConversation conversation, string turnId, long? answered, Turn turn, CancellationToken cancellationToken)
    {
        var sequence = conversation.Next;
        List<string> again = [.. turn.Effects.OfType<HearAgain>().SelectMany(effect => effect.Messages)];
        List<TableEntity> rows = [new TableEntity(conversation.Id, ConversationRows.TurnKey(turnId))];
        foreach (var reply in turn.Replies)
            rows.Add(ConversationRows.Of(conversation.Id, sequence, Said.Of(reply with { Id = StoredConversation.ActivityId(conversation.Id, sequence++) })));
        var after = conversation with
        {
            State = turn.State,
            Next = sequence,
            Pending = [.. again.Select(StoredConversation.SequenceOf), .. answered is { } one ? conversation.Pending.Remove(one) : conversation.Pending],
            EraseBefore = turn.Effects.Any(effect => effect is DeleteEverything) ? (answered + 1) ?? conversation.Next : conversation.EraseBefore,
        };
        return await WriteAsync(after, rows, cancellationToken, again.Select(ConversationRows.TurnKey));
    }

    /// <summary>Deletes the words that a turn asked to be deleted; the sequence numbers are never used again.</summary>
    public async Task EraseAsync(StoredConversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.EraseBefore is not { } before) return;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {conversation.Id} and RowKey ge {"a|"} and RowKey lt {ConversationRows.ActivityKey(before)}");
        await foreach (var row in _table.QueryAsync(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        await WriteAsync(conversation with { EraseBefore = null }, [], cancellationToken);
    }

    /// <summary>All conversations there are.</summary>
    public async IAsyncEnumerable<StoredConversation> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {ConversationRows.StateKey}"), cancellationToken: cancellationToken))
            yield return ConversationRows.Conversation(row);
    }

    /// <summary>Deletes everything that was said, and what was remembered of it, outside a turn.</summary>
    public async Task ForgetAsync(StoredConversation conversation, CancellationToken cancellationToken)
    {
        if (!await WriteAsync(conversation with { State = conversation.State.Forgotten(), Pending = [], EraseBefore = conversation.Next }, [], cancellationToken))
            throw new InvalidOperationException("Somebody writes to the storage meanwhile.");
        await EraseAsync(await LoadAsync(conversation.Id, cancellationToken), cancellationToken);
    }

    async Task<StoredConversation> LoadAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException("There is no such conversation: it must be opened first.");

    async Task<Recorded?> RecordedAsync(string id, string clientId, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync(id, ConversationRows.ClientKey(clientId), cancellationToken);
        return row.HasValue ? new(row.Value!.GetInt64("Sequence")!.Value, StoredConversation.ActivityId(id, row.Value.GetInt64("Sequence")!.Value), Before: true) : null;
    }

    async Task<bool> WriteAsync(StoredConversation after, IEnumerable<TableEntity> added, CancellationToken cancellationToken, IEnumerable<string>? removed = null)
    {
        try
        {
            var tags = await _table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.UpdateReplace, ConversationRows.Of(after), after.ETag),
                    .. added.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
                    .. (removed ?? []).Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(after.Id, key), ETag.All)),
                ],
                cancellationToken);
            _recent.Keep(after with { ETag = tags[0] });
            return true;
        }
        catch (TableTransactionFailedException first) when (first.Status is 409 or 412)
        {
            _recent.Forget(after.Id);
            return false;
        }
    }
}
