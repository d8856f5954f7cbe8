using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Shouwang.Functions.Recognition;

/// <summary>Takes the innermost code out of an error body: "InvalidContent" says more than the "InvalidRequest" round it.</summary>
sealed class ServiceErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        try
        {
            error = JsonSerializer.Deserialize(response.Content, RecognitionJson.Default.ErrorBody)?.Error?.ToResponseError();
        }
        catch (JsonException)
        {
            error = null;
        }
        return error is not null;
    }
}

/// <summary>{"error":{…}}.</summary>
sealed record ErrorBody(ServiceError? Error);

/// <summary>An error as the protocol writes it.</summary>
sealed record ServiceError(string? Code, string? Message, ServiceError? Innererror)
{
    public ResponseError ToResponseError()
    {
        var innermost = this;
        while (innermost.Innererror is { } inner)
            innermost = inner;
        return new(innermost.Code ?? Code, innermost.Message ?? Message);
    }
}
