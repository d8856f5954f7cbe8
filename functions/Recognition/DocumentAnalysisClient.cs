using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Shouwang.Functions.Recognition;

/// <summary>Client of the form recogniser (表单识别), in Azure or our own: both speak the Document Intelligence protocol. Named as in the official SDK, whose package is not on every package source.</summary>
sealed class DocumentAnalysisClient
{
    readonly Uri _endpoint;
    readonly HttpPipeline _pipeline;
    readonly DocumentAnalysisClientOptions _options;

    public DocumentAnalysisClient(Uri endpoint, AzureKeyCredential credential, DocumentAnalysisClientOptions? options = null)
        : this(endpoint, new KeyPolicy(credential), options ?? new())
    {
    }

    public DocumentAnalysisClient(Uri endpoint, TokenCredential credential, DocumentAnalysisClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(credential, (options ??= new()).Audience), options)
    {
    }

    DocumentAnalysisClient(Uri endpoint, HttpPipelinePolicy authentication, DocumentAnalysisClientOptions options)
    {
        _endpoint = endpoint;
        _options = options;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new ServiceErrorParser() };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    /// <inheritdoc cref="AnalyzeDocumentAsync(WaitUntil, string, BinaryData, CancellationToken)"/>
    public async Task<AnalyzeDocumentOperation> AnalyzeDocumentAsync(WaitUntil waitUntil, string modelId, Stream document, CancellationToken cancellationToken = default) =>
        await AnalyzeDocumentAsync(waitUntil, modelId, await BinaryData.FromStreamAsync(document, cancellationToken), cancellationToken);

    /// <summary>Asks for one picture to be read, and waits for the result if told so.</summary>
    /// <param name="modelId">prebuilt-read, or prebuilt-layout with tables.</param>
    /// <exception cref="RequestFailedException">The picture was refused, or the recogniser is not to be reached: <see cref="RecognitionFailures"/> tells which.</exception>
    public async Task<AnalyzeDocumentOperation> AnalyzeDocumentAsync(WaitUntil waitUntil, string modelId, BinaryData document, CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_endpoint);
        message.Request.Uri.AppendPath($"/{_options.PathPrefix}/documentModels/{Uri.EscapeDataString(modelId)}:analyze", escape: false);
        message.Request.Uri.AppendQuery("api-version", _options.ApiVersion);
        message.Request.Uri.AppendQuery("stringIndexType", "utf16CodeUnit");
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/octet-stream");
        message.Request.Content = RequestContent.Create(document);
        await _pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (response.Status != 202)
            throw new RequestFailedException(response);
        if (!response.Headers.TryGetValue("Operation-Location", out var location) || !Uri.TryCreate(location, UriKind.Absolute, out var poll))
            throw new RequestFailedException(502, "The form recogniser accepted the picture but did not say where its result will be.", "NoOperationLocation", null);

        var operation = new AnalyzeDocumentOperation(_pipeline, SameServer(poll), response, _options.AnalysisTimeout);
        if (waitUntil == WaitUntil.Completed)
            await operation.WaitForCompletionAsync(cancellationToken);
        return operation;
    }

    /// <summary>The key goes only to the server we were told, whatever name a gateway writes into the header.</summary>
    Uri SameServer(Uri location) => new(_endpoint, location.PathAndQuery);
}
