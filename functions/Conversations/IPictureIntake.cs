using Shouwang.Bot;

namespace Shouwang.Functions.Conversations;

/// <summary>Takes in pictures (图片接收): looks at the bytes, keeps the original by its hash, says whether it will do.</summary>
internal interface IPictureIntake
{
    /// <summary>Keeps nothing while the person has not agreed (<see cref="ConversationState.ConsentedAt"/> is null).</summary>
    Task<Picture> LookAsync(string conversationId, ConversationState state, BinaryData bytes, string fileName, CancellationToken cancellationToken);

    /// <summary>A picture that this conversation sent, or null where it was not kept or is gone.</summary>
    Task<BinaryData?> OpenAsync(string conversationId, string hash, CancellationToken cancellationToken);
}
