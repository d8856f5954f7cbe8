using Azure;
using Shouwang.Functions.Recognition;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Papers;

/// <summary>Recognition over the Document Intelligence protocol.</summary>
internal sealed partial class DocumentRecognition(DocumentAnalysisClient client, ILogger<DocumentRecognition> log) : IRecognition
{
    public async Task<Recognised> RecogniseAsync(BinaryData picture, CancellationToken stop)
    {
        try
        {
            var operation = await client.AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-layout", picture, stop);
            return new Recognised(RecognisedPages.From(operation.Value));
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            switch (RecognitionFailures.Of(failure))
            {
                case RecognitionFailure.PictureRefused:
                    return new Recognised([], RecognitionFailures.Advice(failure));
                case RecognitionFailure.Misconfigured:
                    Misconfigured(log);
                    goto default;
                default:
                    throw new RecogniserDownException(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The form recogniser refuses the app: check SHOUWANG_RECOGNIZER_ENDPOINT, SHOUWANG_RECOGNIZER_KEY and SHOUWANG_RECOGNIZER_API_VERSION.")]
    static partial void Misconfigured(ILogger log);
}
