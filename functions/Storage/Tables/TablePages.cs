using System.Text.Json;
using Azure;
using Azure.Core;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>The answer to a query, page by page: the service ends a page at 1,000 rows, or earlier where it likes.</summary>
sealed class TablePages(TablePipeline pipeline, string table, string? filter, int? maxPerPage, IEnumerable<string>? select, CancellationToken cancellationToken)
    : AsyncPageable<TableEntity>(cancellationToken)
{
    public override async IAsyncEnumerable<Page<TableEntity>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var next = continuationToken;
        do
        {
            using var message = pipeline.Message(RequestMethod.Get, Address(next, pageSizeHint ?? maxPerPage));
            var response = await pipeline.SendAsync(message, "query", table, [200], CancellationToken);
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            TableEntity[] rows = [.. document.RootElement.GetProperty("value").EnumerateArray().Select(TableEntityJson.Read)];
            next = Continuation(response);
            yield return Page<TableEntity>.FromValues(rows, next, response);
        }
        while (next is not null);
    }

    static string? Continuation(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)) return null;
        return response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? $"{partition} {row}" : partition;
    }

    string Address(string? continuation, int? size)
    {
        var at = continuation?.Split(' ', 2);
        (string Name, string? Value)[] parts =
        [
            ("$filter", string.IsNullOrEmpty(filter) ? null : filter),
            ("$select", select is null ? null : string.Join(',', select)),
            ("$top", size?.ToString()),
            ("NextPartitionKey", at?[0]),
            ("NextRowKey", at is [_, var row] ? row : null),
        ];
        var query = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        return $"/{table}()?{string.Join('&', query)}";
    }
}
