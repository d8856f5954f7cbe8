namespace Shouwang.Functions.Conversations;

/// <summary>Fetches what a recorded message only names (附件下载), before its turn is taken: a channel that is called back has seconds to answer and downloads later.</summary>
internal interface IAttachments
{
    /// <summary>The message with its pictures looked at.</summary>
    Task<Said> FetchAsync(StoredConversation conversation, Said said, CancellationToken cancellationToken);
}

/// <summary>Where messages come with their pictures.</summary>
internal sealed class NoAttachments : IAttachments
{
    public Task<Said> FetchAsync(StoredConversation conversation, Said said, CancellationToken cancellationToken) => Task.FromResult(said);
}
