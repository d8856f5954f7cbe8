using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Shouwang.Functions.Papers;
using Shouwang.Shared.Pictures;

namespace Shouwang.Functions.Recognition;

/// <summary>The two calls of our own recogniser beside the protocol. Azure's has neither: it answers 404, and nothing is drawn then.</summary>
sealed class RecogniserPages : IPageDrawing
{
    /// <summary>A person waits for what the first look says; longer than this it comes with the reading.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    readonly Uri _endpoint;
    readonly HttpPipeline? _pipeline;

    /// <param name="credential">Null for Azure's recogniser behind a managed identity, which need not be asked.</param>
    public RecogniserPages(Uri endpoint, AzureKeyCredential? credential)
    {
        _endpoint = endpoint;
        if (credential is null)
            return;
        var options = new HttpPipelineOptions(new DocumentAnalysisClientOptions { Retry = { MaxRetries = 1 } });
        options.PerRetryPolicies.Add(new KeyPolicy(credential));
        _pipeline = HttpPipelineBuilder.Build(options);
    }

    public async Task<BinaryData?> DrawAsync(BinaryData file, int page, CancellationToken stop)
    {
        try
        {
            return await AskAsync($"/pages/{page}", file, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return RecognitionFailures.Of(failure) == RecognitionFailure.Unavailable ? throw new RecogniserDownException(failure) : null;
        }
    }

    public async Task<IReadOnlyList<PictureFault>> LookAsync(BinaryData file, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(s_patience);
        try
        {
            return await AskAsync("/looks", file, soon.Token) is { } answer ? Faults(answer) : [];
        }
        catch (Exception failure) when (failure is RequestFailedException or JsonException or AggregateException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return [];
        }
    }

    /// <summary>Null where there is nobody to ask.</summary>
    async Task<BinaryData?> AskAsync(string path, BinaryData file, CancellationToken stop)
    {
        if (_pipeline is null)
            return null;
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_endpoint);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Headers.Add(HttpHeader.Names.ContentType, "application/octet-stream");
        message.Request.Content = RequestContent.Create(file);
        await _pipeline.SendAsync(message, stop);
        return message.Response.Status == 200 ? message.Response.Content : throw new RequestFailedException(message.Response);
    }

    /// <summary>Names of another version that are not known here are left out.</summary>
    static List<PictureFault> Faults(BinaryData answer)
    {
        using var document = JsonDocument.Parse(answer);
        List<PictureFault> faults = [];
        foreach (var name in document.RootElement.GetProperty("faults").EnumerateArray())
        {
            if (Enum.TryParse<PictureFault>(name.GetString(), out var fault) && Enum.IsDefined(fault))
                faults.Add(fault);
        }
        return faults;
    }
}
