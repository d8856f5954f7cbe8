namespace Shouwang.Functions.Conversations;

/// <summary>Carries replies out (送达) to those channels that have to be called; a client of any other fetches them itself.</summary>
internal interface IOutbox
{
    /// <summary>Whether replies on this channel have to be carried out.</summary>
    bool Carries(string channel);

    /// <summary>Delivers everything recorded that has not been delivered yet.</summary>
    /// <returns>Whether nothing is left to be seen to; false where somebody else is at it.</returns>
    Task<bool> DeliverAsync(string conversationId, CancellationToken cancellationToken);
}

/// <summary>Where no channel has to be called.</summary>
internal sealed class NoOutbox : IOutbox
{
    public bool Carries(string channel) => false;

    public Task<bool> DeliverAsync(string conversationId, CancellationToken cancellationToken) => Task.FromResult(true);
}
