using Shouwang.Shared.Pictures;

namespace Shouwang.Functions.Papers;

/// <summary>What only the recogniser's decoders can do with a file (页面绘制): show a page of it, and take a first look at it.</summary>
internal interface IPageDrawing
{
    /// <summary>One page as a JPEG; null where there is no such page, or nobody who draws it.</summary>
    /// <exception cref="RecogniserDownException">It cannot be asked right now.</exception>
    Task<BinaryData?> DrawAsync(BinaryData file, int page, CancellationToken stop);

    /// <summary>The faults of what was photographed; none where nobody can look, or not in time.</summary>
    Task<IReadOnlyList<PictureFault>> LookAsync(BinaryData file, CancellationToken stop);
}
