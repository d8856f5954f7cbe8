using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Papers;

/// <summary>Takes in photos from conversations: looks at the bytes, keeps what will do, remembers who sent it.</summary>
internal sealed class PictureIntake(Originals originals, UploadStore uploads, TimeProvider clock) : IPictureIntake
{
    public async Task<Picture> LookAsync(string conversationId, ConversationState state, BinaryData bytes, string fileName, CancellationToken cancellationToken)
    {
        var hash = Originals.HashOf(bytes);
        var verdict = PictureFile.Look(bytes);
        if (verdict != PictureVerdict.Fine || state.ConsentedAt is null)
            return new Picture(hash, fileName, verdict);
        var path = await uploads.FindAsync(conversationId, hash, cancellationToken) ?? Originals.PathOf(hash, clock.GetUtcNow());
        await originals.KeepAsync(path, bytes, PictureFile.MediaType(bytes)!, cancellationToken);
        await uploads.AddAsync(conversationId, hash, path, cancellationToken);
        return new Picture(hash, fileName, PictureVerdict.Fine);
    }

    public async Task<BinaryData?> OpenAsync(string conversationId, string hash, CancellationToken cancellationToken) =>
        await uploads.FindAsync(conversationId, hash, cancellationToken) is { } path ? await originals.FindAsync(path, cancellationToken) : null;
}
