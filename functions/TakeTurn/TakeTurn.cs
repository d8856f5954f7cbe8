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
            // One that cannot be taken now must not keep the others waiting.
            var all = message.All().Distinct(StringComparer.Ordinal).Select(TakeAsync).ToList();
            await Task.WhenAll(all);

            async Task TakeAsync(string conversation)
            {
                await turns.TakePendingAsync(conversation, stop);
                if (!await outbox.DeliverAsync(conversation, stop)) await queue.ScheduleAsync(conversation);
            }
        });
    }
}
