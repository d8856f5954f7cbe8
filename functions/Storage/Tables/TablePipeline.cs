using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>Requests to one account's Table service: address, headers, signature, errors.</summary>
sealed class TablePipeline
{
    const string Scope = "https://storage.azure.com/.default";
    const string ServiceVersion = "2020-12-06";

    readonly HttpPipeline _pipeline;

    TablePipeline(Uri endpoint, HttpPipelinePolicy signature, TableClientOptions options)
    {
        Endpoint = endpoint.AbsoluteUri.TrimEnd('/');
        _pipeline = HttpPipelineBuilder.Build(options, signature);
    }

    /// <summary>Address of the service, without a slash at the end.</summary>
    public string Endpoint { get; }

    public static TablePipeline WithKey(TableConnectionString connection, TableClientOptions options) =>
        new(connection.Endpoint, new SharedKeyLitePolicy(connection.Account, connection.Key), options);

    public static TablePipeline WithToken(Uri endpoint, TokenCredential credential, TableClientOptions options) =>
        new(endpoint, new BearerTokenAuthenticationPolicy(credential, Scope), options);

    public HttpMessage Message(RequestMethod method, string pathAndQuery)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(Endpoint + pathAndQuery));
        var headers = message.Request.Headers;
        headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        headers.SetValue("DataServiceVersion", "3.0");
        headers.SetValue("MaxDataServiceVersion", "3.0;NetFx");
        headers.SetValue("x-ms-version", ServiceVersion);
        return message;
    }

    /// <summary>Sends, and turns every status that was not expected into an error without a word of the content.</summary>
    /// <exception cref="RequestFailedException">Status and ErrorCode are the service's.</exception>
    public async ValueTask<Response> SendAsync(HttpMessage message, string what, string table, int[] expected, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken);
        var response = message.Response;
        if (expected.Contains(response.Status)) return response;
        var error = TableError.Read(response.Content.ToMemory());
        throw new RequestFailedException(response.Status, TableError.Sentence(what, table, response.Status, error), error?.Code, innerException: null);
    }
}
