using System.Text.Json;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.TakeTurn;

/// <summary>Takes the turns that a process died over (补答). Usually there is nothing left to do.</summary>
internal static class TakeTurnFunction
{
    public static void MapTakeTurn(this IEndpointRouteBuilder app)
    {
        var turns = app.ServiceProvider.GetRequiredService<TurnEngine>();
        app.MapQueueFunction("TakeTurn", (trigger, stop) =>
        {
            var message = JsonSerializer.Deserialize(trigger.Message, ConversationJson.Default.TurnMessage)
                ?? throw new FormatException("The queue message names no conversation.");
            return turns.TakePendingAsync(message.Conversation, stop);
        });
    }
}
