using Azure.Core;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>One account's Table service (表服务). Named as in Azure.Data.Tables, which can take its place.</summary>
public sealed class TableServiceClient
{
    readonly TablePipeline _pipeline;

    /// <summary>Signs with the account key of a storage connection string; <c>UseDevelopmentStorage=true</c> is Azurite on its default ports.</summary>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        _pipeline = TablePipeline.WithKey(TableConnectionString.Parse(connectionString), options ?? new());

    /// <summary>Asks the credential for a token: a managed identity in Azure.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential credential, TableClientOptions? options = null) =>
        _pipeline = TablePipeline.WithToken(endpoint, credential, options ?? new());

    /// <summary>A client of one table; asks the service nothing.</summary>
    public TableClient GetTableClient(string tableName) => new(_pipeline, tableName);

    /// <summary>Deletes a table with everything in it; a table that is not there is no error.</summary>
    public async Task DeleteTableAsync(string tableName, CancellationToken cancellationToken = default)
    {
        using var message = _pipeline.Message(RequestMethod.Delete, $"/Tables('{tableName}')");
        await _pipeline.SendAsync(message, "delete table", tableName, [204, 404], cancellationToken);
    }
}
