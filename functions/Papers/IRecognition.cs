using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Papers;

/// <summary>What came of recognising an original (识别所得).</summary>
/// <param name="Refusal">Where it is refused for good: what the sender should do instead. There are no pages then.</param>
internal sealed record Recognised(IReadOnlyList<RecognisedPage> Pages, string? Refusal = null);

/// <summary>Turns an original into recognised pages.</summary>
internal interface IRecognition
{
    /// <exception cref="RecogniserDownException">It cannot be asked right now.</exception>
    Task<Recognised> RecogniseAsync(BinaryData picture, CancellationToken stop);
}

/// <summary>The recogniser does not answer, or answers that it is too busy; later it may.</summary>
internal sealed class RecogniserDownException(Exception cause) : Exception("The form recogniser cannot be asked right now.", cause);
