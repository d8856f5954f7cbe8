using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Shouwang.Functions.Recognition;

/// <summary>One analysis under way (识别任务).</summary>
sealed class AnalyzeDocumentOperation : Operation<AnalyzeResult>
{
    readonly HttpPipeline _pipeline;
    readonly Uri _location;
    readonly TimeSpan _timeout;
    Response _response;
    AnalyzeResult? _result;
    RequestFailedException? _failure;

    internal AnalyzeDocumentOperation(HttpPipeline pipeline, Uri location, Response accepted, TimeSpan timeout)
    {
        _pipeline = pipeline;
        _location = location;
        _response = accepted;
        _timeout = timeout;
    }

    public override string Id => _location.Segments[^1];

    public override bool HasCompleted => _result is not null || _failure is not null;

    public override bool HasValue => _result is not null;

    public override AnalyzeResult Value => _result ?? throw _failure ?? (Exception)new InvalidOperationException("The analysis is not over yet.");

    public override Response GetRawResponse() => _response;

    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Use UpdateStatusAsync.");

    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default)
    {
        if (HasCompleted)
            return _response;
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(_location);
        await _pipeline.SendAsync(message, cancellationToken);
        _response = message.Response;
        if (_response.Status != 200)
            throw new RequestFailedException(_response);
        Take(JsonSerializer.Deserialize(_response.Content, RecognitionJson.Default.AnalyzeOperationBody));
        return _failure is null ? _response : throw _failure;
    }

    /// <summary>Polls until the result is there, often at first and slower later, and not for longer than settled.</summary>
    public override async ValueTask<Response<AnalyzeResult>> WaitForCompletionAsync(CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_timeout);
        try
        {
            return await WaitForCompletionAsync(new PollDelay(), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestFailedException(504, $"The form recogniser has not read the picture within {_timeout.TotalSeconds:0} seconds.", "AnalysisTimeout", null);
        }
    }

    void Take(AnalyzeOperationBody? body)
    {
        switch (body?.Status)
        {
            case "notStarted" or "running":
                break;
            case "succeeded" when body.AnalyzeResult is { } result:
                _result = result;
                break;
            case "failed":
                var error = body.Error?.ToResponseError();
                _failure = new RequestFailedException(_response.Status, error?.Message ?? "The form recogniser could not read the picture.", error?.Code ?? "AnalysisFailed", null);
                break;
            default:
                _failure = new RequestFailedException(502, "The form recogniser answered a poll with something that is no state of an analysis.", "UnknownOperationState", null);
                break;
        }
    }

    /// <summary>0.2 s, then half as long again each time, up to 1 s; a longer Retry-After is honoured by the caller.</summary>
    sealed class PollDelay : DelayStrategy
    {
        protected override TimeSpan GetNextDelayCore(Response? response, int retryNumber) =>
            TimeSpan.FromMilliseconds(Math.Min(1000, 200 * Math.Pow(1.5, Math.Max(0, retryNumber - 1))));
    }
}
