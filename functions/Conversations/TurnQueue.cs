using Azure;
using Azure.Storage.Queues;
using System.Text.Json;

namespace Shouwang.Functions.Conversations;

/// <summary>One message of the queue "turns": these conversations have messages that may still wait for their turn, or replies that may still wait for delivery.</summary>
/// <param name="Conversation">The only one, as messages named it before there were several.</param>
internal sealed record TurnMessage(IReadOnlyList<string>? Conversations, string? Conversation = null)
{
    public IReadOnlyList<string> All() => Conversations ?? (Conversation is { } one ? [one] : throw new FormatException("The queue message names no conversation."));
}

/// <summary>Asks for turns to be taken later (轮次队列), so that a message survives the death of the process that received it. What is asked for while a request is under way goes together with the next.</summary>
/// <param name="queues">With base64 message encoding, as host.json says.</param>
internal sealed class TurnQueue(QueueServiceClient queues)
{
    public const string QueueName = "turns";

    /// <summary>Conversations in one message.</summary>
    const int Most = 50;

    /// <summary>An ordinary turn is over long before.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    readonly QueueClient _queue = queues.GetQueueClient(QueueName);
    readonly Lock _gate = new();
    readonly Queue<(string Conversation, TaskCompletionSource<TurnTicket> Asked)> _waiting = new();
    bool _sending;

    /// <summary>Before a message is recorded: whatever happens then, somebody will look after it.</summary>
    public Task<TurnTicket> ScheduleAsync(string conversationId)
    {
        var asked = new TaskCompletionSource<TurnTicket>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((conversationId, asked));
            if (_sending) return asked.Task;
            _sending = true;
        }
        _ = SendWaitingAsync();
        return asked.Task;
    }

    /// <summary>To be looked after when so much time has passed.</summary>
    public async Task<TurnTicket> ScheduleAsync(string conversationId, TimeSpan delay, CancellationToken cancellationToken) =>
        await SendAsync([conversationId], delay, cancellationToken);

    /// <summary>After the turn. A message that somebody else has picked up meanwhile finds nothing to do.</summary>
    public async Task DoneAsync(TurnTicket ticket, CancellationToken cancellationToken)
    {
        if (!ticket.IsLast()) return;
        try
        {
            await _queue.DeleteMessageAsync(ticket.MessageId, ticket.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
        }
    }

    async Task SendWaitingAsync()
    {
        while (Take() is { Count: > 0 } together)
        {
            try
            {
                var ticket = await SendAsync([.. together.Select(one => one.Conversation)], Grace, CancellationToken.None);
                foreach (var (_, asked) in together) asked.SetResult(ticket);
            }
            catch (Exception failed)
            {
                foreach (var (_, asked) in together) asked.SetException(failed);
            }
        }
    }

    List<(string Conversation, TaskCompletionSource<TurnTicket> Asked)> Take()
    {
        lock (_gate)
        {
            List<(string, TaskCompletionSource<TurnTicket>)> together = [];
            while (together.Count < Most && _waiting.TryDequeue(out var one)) together.Add(one);
            _sending = together.Count > 0;
            return together;
        }
    }

    async Task<TurnTicket> SendAsync(IReadOnlyList<string> conversations, TimeSpan delay, CancellationToken stop)
    {
        var text = JsonSerializer.Serialize(new TurnMessage(conversations), ConversationJson.Default.TurnMessage);
        try
        {
            return Ticket(await _queue.SendMessageAsync(text, delay, timeToLive: null, stop), conversations.Count);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: stop);
            return Ticket(await _queue.SendMessageAsync(text, delay, timeToLive: null, stop), conversations.Count);
        }
    }

    static TurnTicket Ticket(Azure.Storage.Queues.Models.SendReceipt receipt, int shares) => new(receipt.MessageId, receipt.PopReceipt, shares);
}

/// <summary>What takes a queued message back, when all who share it are done.</summary>
internal sealed class TurnTicket(string messageId, string popReceipt, int shares)
{
    int _left = shares;

    public string MessageId => messageId;

    public string PopReceipt => popReceipt;

    /// <summary>One share is done.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool IsLast() => Interlocked.Decrement(ref _left) == 0;
}
