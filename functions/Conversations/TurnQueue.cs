using Azure;
using Azure.Storage.Queues;
using System.Text.Json;

namespace Shouwang.Functions.Conversations;

/// <summary>One message of the queue "turns": this conversation has messages that may still wait for their turn, or replies that may still wait for delivery.</summary>
internal sealed record TurnMessage(string Conversation);

/// <summary>Asks for turns to be taken later (轮次队列), so that a message survives the death of the process that received it.</summary>
/// <param name="queues">With base64 message encoding, as host.json says.</param>
internal sealed class TurnQueue(QueueServiceClient queues)
{
    public const string QueueName = "turns";

    /// <summary>An ordinary turn is over long before.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    readonly QueueClient _queue = queues.GetQueueClient(QueueName);

    /// <summary>Before a message is recorded: whatever happens then, somebody will look after it.</summary>
    public Task<TurnTicket> ScheduleAsync(string conversationId, CancellationToken cancellationToken) => ScheduleAsync(conversationId, Grace, cancellationToken);

    /// <summary>To be looked after when so much time has passed.</summary>
    public async Task<TurnTicket> ScheduleAsync(string conversationId, TimeSpan delay, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(new TurnMessage(conversationId), ConversationJson.Default.TurnMessage);
        try
        {
            return Ticket(await _queue.SendMessageAsync(text, delay, timeToLive: null, cancellationToken));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await _queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            return Ticket(await _queue.SendMessageAsync(text, delay, timeToLive: null, cancellationToken));
        }
    }

    /// <summary>After the turn. A message that somebody else has picked up meanwhile finds nothing to do.</summary>
    public async Task DoneAsync(TurnTicket ticket, CancellationToken cancellationToken)
    {
        try
        {
            await _queue.DeleteMessageAsync(ticket.MessageId, ticket.PopReceipt, cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status is 400 or 404)
        {
        }
    }

    static TurnTicket Ticket(Azure.Storage.Queues.Models.SendReceipt receipt) => new(receipt.MessageId, receipt.PopReceipt);
}

/// <summary>What takes a queued message back.</summary>
internal sealed record TurnTicket(string MessageId, string PopReceipt);
