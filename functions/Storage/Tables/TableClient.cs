using System.Text.Json;
using Azure;
using Azure.Core;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>One table (表). Every refusal is a <see cref="RequestFailedException"/> with the service's Status and ErrorCode.</summary>
public sealed class TableClient
{
    readonly TablePipeline _pipeline;

    internal TableClient(TablePipeline pipeline, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _pipeline = pipeline;
        Name = name;
    }

    public string Name { get; }

    /// <inheritdoc cref="TableFilter.Create"/>
    public static string CreateQueryFilter(FormattableString filter) => TableFilter.Create(filter);

    public async Task CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.Message(RequestMethod.Post, "/Tables");
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(BinaryData.FromString($$"""{"TableName":"{{Name}}"}"""));
        await _pipeline.SendAsync(message, "create table", Name, [201, 204, 409], cancellationToken);
    }

    /// <summary>409 EntityAlreadyExists when the row is there.</summary>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        WriteAsync(new(TableTransactionActionType.Add, entity), "add", cancellationToken);

    public Task<Response> UpsertEntityAsync(TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(new(mode == TableUpdateMode.Merge ? TableTransactionActionType.UpsertMerge : TableTransactionActionType.UpsertReplace, entity), "upsert", cancellationToken);

    /// <summary>412 UpdateConditionNotSatisfied when somebody wrote the row since it had this ETag.</summary>
    public Task<Response> UpdateEntityAsync(TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(new(mode == TableUpdateMode.Merge ? TableTransactionActionType.UpdateMerge : TableTransactionActionType.UpdateReplace, entity, ifMatch), "update", cancellationToken);

    /// <summary>A row that is not there is no error: the answer's status is 404.</summary>
    public async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var operation = TableOperation.Of(Name, new(TableTransactionActionType.Delete, new TableEntity(partitionKey, rowKey), ifMatch));
        using var message = Message(operation);
        return await _pipeline.SendAsync(message, "delete", Name, [204, 404], cancellationToken);
    }

    /// <summary>404 ResourceNotFound when the row is not there.</summary>
    public async Task<Response<TableEntity>> GetEntityAsync(string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.Message(RequestMethod.Get, TableKey.Address(Name, partitionKey, rowKey));
        var response = await _pipeline.SendAsync(message, "get", Name, [200], cancellationToken);
        return Response.FromValue(Row(response), response);
    }

    /// <summary>HasValue is false when the row is not there.</summary>
    public async Task<NullableResponse<TableEntity>> GetEntityIfExistsAsync(string partitionKey, string rowKey, CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.Message(RequestMethod.Get, TableKey.Address(Name, partitionKey, rowKey));
        var response = await _pipeline.SendAsync(message, "get", Name, [200, 404], cancellationToken);
        return response.Status == 404 ? new NoEntity(response) : Response.FromValue(Row(response), response);
    }

    /// <summary>Every row the filter lets through, in order of the keys, fetched page by page as it is read.</summary>
    public AsyncPageable<TableEntity> QueryAsync(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new TablePages(_pipeline, Name, filter, maxPerPage, select, cancellationToken);

    /// <summary>All or nothing: at most 100 actions, one partition, each row once.</summary>
    /// <returns>The new ETag of each action, default for a delete.</returns>
    /// <exception cref="TableTransactionFailedException">Nothing was written.</exception>
    public async Task<IReadOnlyList<ETag>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        TableTransactionAction[] actions = [.. transactionActions];
        var batch = new TableBatch(_pipeline.Endpoint, Name);
        using var message = _pipeline.Message(RequestMethod.Post, "/$batch");
        message.Request.Content = RequestContent.Create(batch.Write(actions));
        message.Request.Headers.SetValue("Content-Type", batch.ContentType);
        var response = await _pipeline.SendAsync(message, "a transaction", Name, [202], cancellationToken);
        return batch.Read(response.Content.ToString(), actions.Length);
    }

    async Task<Response> WriteAsync(TableTransactionAction action, string what, CancellationToken cancellationToken)
    {
        using var message = Message(TableOperation.Of(Name, action));
        return await _pipeline.SendAsync(message, what, Name, [201, 204], cancellationToken);
    }

    HttpMessage Message(TableOperation operation)
    {
        var message = _pipeline.Message(operation.Method, operation.Address);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        if (operation.IfMatch is { } match) message.Request.Headers.SetValue("If-Match", match);
        if (operation.Body is not { } json) return message;
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }

    static TableEntity Row(Response response)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var entity = TableEntityJson.Read(document.RootElement);
        if (entity.ETag == default && response.Headers.ETag is { } etag) entity.ETag = etag;
        return entity;
    }

    sealed class NoEntity(Response response) : NullableResponse<TableEntity>
    {
        public override bool HasValue => false;
        public override TableEntity Value => throw new InvalidOperationException("The row is not there: look at HasValue first.");
        public override Response GetRawResponse() => response;
    }
}
