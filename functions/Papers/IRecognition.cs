using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Papers;

/// <summary>Turns an original into recognised pages.</summary>
internal interface IRecognition
{
    /// <summary>Null where the recogniser refuses the picture for good.</summary>
    /// <exception cref="RecogniserDownException">It cannot be asked right now.</exception>
    Task<IReadOnlyList<RecognisedPage>?> RecogniseAsync(BinaryData picture, CancellationToken stop);
}

/// <summary>The recogniser does not answer, or answers that it is too busy; later it may.</summary>
internal sealed class RecogniserDownException(Exception cause) : Exception("The form recogniser cannot be asked right now.", cause);
