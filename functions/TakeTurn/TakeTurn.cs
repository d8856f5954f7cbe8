using System.Text.Json;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.TakeTurn;

/// <summary>Takes the turns and delivers the replies that a process died over (补答). Usually there is nothing left to do.</summary>
internal static class TakeTurnFunction
{
    public static void MapTakeTurn(this IEndpointRouteBuilder app)
    {
        var turns = app.ServiceProvider.GetRequiredService<TurnEngine>();
        var outbox = app.ServiceProvider.GetRequiredService<IOutbox>();
        var queue = app.ServiceProvider.GetRequiredService<TurnQueue>();
        app.MapQueueFunction("TakeTurn", async (trigger, stop) =>
        {
            var message = JsonSerializer.Deserialize(trigger.Message, ConversationJson.Default.TurnMessage)
                ?? throw new FormatException("The queue message names no conversation.");
            await turns.TakePendingAsync(message.Conversation, stop);
            if (!await outbox.DeliverAsync(message.Conversation, stop)) await queue.ScheduleAsync(message.Conversation, stop);
        });
    }
}
