using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Conversations;

/// <summary>What every channel needs (会话服务).</summary>
internal static class ConversationServices
{
    /// <summary>Wants a <see cref="TableServiceClient"/>, a queue service client with base64 encoding, <see cref="IKnowledge"/> and <see cref="IEffects"/>.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, Decide decide) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(decide)
        .AddSingleton<ConversationStore>()
        .AddSingleton<ConversationSignals>()
        .AddSingleton<TurnQueue>()
        .AddSingleton<AcknowledgementsFirst>()
        .AddSingleton<IOutbox, NoOutbox>()
        .AddSingleton<IAttachments, NoAttachments>()
        .AddSingleton<ConversationWork>()
        .AddHostedService(provider => provider.GetRequiredService<ConversationWork>())
        .AddSingleton<TurnEngine>()
        // For those the engine itself rests on.
        .AddSingleton(provider => new Lazy<TurnEngine>(provider.GetRequiredService<TurnEngine>))
        .AddSingleton<ConversationIntake>()
        .AddSingleton(provider => new TieStore(provider.GetRequiredService<TableServiceClient>().GetTableClient(TieStore.Table)))
        .AddSingleton<Tying>()
        .AddSingleton<OfficerDeskNews>();
}
