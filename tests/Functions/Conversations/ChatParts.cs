using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouwang.Functions.Channels;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Channels;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Conversations;

/// <summary>The conversation services of one process, without HTTP in front.</summary>
sealed class ChatParts : IDisposable
{
    readonly ServiceProvider _services;

    public ChatParts(Azurite azurite, ScriptedBot bot, HttpMessageHandler? wire = null)
    {
        var tables = new TableClientOptions();
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (wire is not null)
        {
            tables.Transport = queues.Transport = new HttpClientTransport(wire);
            tables.Retry.MaxRetries = queues.Retry.MaxRetries = 0;
        }
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new TableServiceClient(azurite.ConnectionString, tables))
            .AddSingleton(new QueueServiceClient(azurite.ConnectionString, queues))
            .AddSingleton<IKnowledge>(bot)
            .AddSingleton<IEffects>(bot)
            .AddConversations(ScriptedBot.Decide)
            .BuildServiceProvider();
    }

    public ConversationStore Store => _services.GetRequiredService<ConversationStore>();

    public TurnEngine Turns => _services.GetRequiredService<TurnEngine>();

    public ConversationIntake Intake => _services.GetRequiredService<ConversationIntake>();

    /// <summary>What delivers recorded replies over that channel.</summary>
    public Outbox Outbox(IChannel channel, TimeProvider clock) => new(
        [channel], Store, new DeliveryRows(_services.GetRequiredService<TableServiceClient>(), clock), _services.GetRequiredService<TurnQueue>(), clock, NullLogger<Outbox>.Instance);

    /// <summary>Takes a message in and waits until its turn has been tried.</summary>
    public async Task AnswerAsync(string id, Said said, string clientId) => await (await Intake.TakeInAsync(id, said, clientId, asks: true)).Answered;

    public void Dispose() => _services.Dispose();
}
